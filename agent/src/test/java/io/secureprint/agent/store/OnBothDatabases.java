// SPDX-License-Identifier: Apache-2.0
package io.secureprint.agent.store;

import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Every test of the class runs on H2 and on PostgreSQL; the class has a
/// `@Parameter private TestDatabase kind`, by which it opens its database.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
@interface OnBothDatabases {}
