// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.sheet;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSStream;

/// What is drawn on one side; all sides with the same page share it.
record SideContent(COSStream content, COSDictionary resources) {}
