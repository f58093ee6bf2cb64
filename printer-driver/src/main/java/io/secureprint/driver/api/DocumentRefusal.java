// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.api;

/// Why a document, or a request about it, is refused. The names are the codes that phone and
/// console show.
public enum DocumentRefusal {
  /// The content is of no type that we print.
  DOCUMENT_TYPE_UNKNOWN,
  /// It says it is a PDF or an image, and cannot be read as one.
  DOCUMENT_BROKEN,
  /// It opens only with a password, and none was given.
  PDF_ENCRYPTED,
  /// The password given does not open it.
  PDF_PASSWORD_WRONG,
  DOCUMENT_NO_PAGES,
  /// More than [DocumentFacts#MAX_PAGES] pages.
  DOCUMENT_TOO_MANY_PAGES,
  /// A page or an image is larger than can be drawn safely.
  DOCUMENT_TOO_LARGE,
  /// It needs more memory or time than one document may take.
  DOCUMENT_TOO_COMPLEX,
  /// The chosen pages hold pictures that cannot be turned into greys here, or too many of them.
  GREYSCALE_IMPOSSIBLE,
  /// The chosen pages do not exist.
  PAGES_OUT_OF_RANGE,
  /// The request names a file or a side that is not open.
  REQUEST_UNKNOWN
}
