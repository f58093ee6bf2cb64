// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.document;

import io.secureprint.driver.api.DocumentFacts;
import io.secureprint.driver.api.DocumentRefusal;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Walks a page tree without believing it. `/Count` is a claim: a file of 318 bytes can claim
/// 2,147,483,647 pages, and kids can be their own parents.
final class PageTree {
  /// Inner nodes of an honest tree of 1,000 pages are far fewer.
  private static final int MAX_NODES = 20_000;

  private static final List<COSName> INHERITED =
      List.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);

  private final List<COSDictionary> pages = new ArrayList<>();
  private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<COSDictionary> open = new ArrayDeque<>();
  private int nodes;

  private PageTree() {}

  /// Replaces the tree by a flat one of the pages that are really there, and says how many.
  ///
  /// @throws DocumentRefused if there are none or too many
  static int flatten(PDDocument document) {
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    PageTree tree = new PageTree();
    COSDictionary root = catalog.getCOSDictionary(COSName.PAGES);
    if (root != null) {
      tree.walk(root);
    }
    if (tree.pages.isEmpty()) {
      throw new DocumentRefused(DocumentRefusal.DOCUMENT_NO_PAGES);
    }
    catalog.setItem(COSName.PAGES, tree.flat());
    return tree.pages.size();
  }

  private void walk(COSDictionary root) {
    open.push(root);
    while (!open.isEmpty()) {
      COSDictionary node = open.pop();
      COSArray kids = node.getCOSArray(COSName.KIDS);
      if (kids != null) {
        enter(node, kids);
      } else if (!COSName.PAGES.equals(node.getCOSName(COSName.TYPE))) {
        add(node);
      }
    }
  }

  private void enter(COSDictionary node, COSArray kids) {
    nodes += 1 + kids.size();
    if (nodes > MAX_NODES) {
      throw new DocumentRefused(DocumentRefusal.DOCUMENT_TOO_MANY_PAGES);
    }
    if (seen.add(node)) {
      for (int i = kids.size() - 1; i >= 0; i--) {
        if (kids.getObject(i) instanceof COSDictionary kid) {
          open.push(kid);
        }
      }
    }
  }

  private void add(COSDictionary page) {
    if (pages.size() == DocumentFacts.MAX_PAGES) {
      throw new DocumentRefused(DocumentRefusal.DOCUMENT_TOO_MANY_PAGES);
    }
    // One page may stand in several places of a tree, but it can have only one parent.
    COSDictionary own = seen.add(page) ? page : new COSDictionary(page);
    for (COSName name : INHERITED) {
      @Nullable COSBase value = PDPageTree.getInheritableAttribute(page, name);
      if (value != null) {
        own.setItem(name, value);
      }
    }
    own.setItem(COSName.TYPE, COSName.PAGE);
    pages.add(own);
  }

  private COSDictionary flat() {
    COSDictionary root = new COSDictionary();
    root.setItem(COSName.TYPE, COSName.PAGES);
    root.setInt(COSName.COUNT, pages.size());
    COSArray kids = new COSArray();
    for (COSDictionary page : pages) {
      page.setItem(COSName.PARENT, root);
      kids.add(page);
    }
    root.setItem(COSName.KIDS, kids);
    return root;
  }
}
