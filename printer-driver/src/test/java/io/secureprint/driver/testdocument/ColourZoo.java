// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.testdocument;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// PDFs of one page with the word "zoo" in black, and colours in every way that PDF has for them.
public final class ColourZoo {
  private static final String RED_TO_BLUE =
      "<</FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1>>";
  private static final String IMAGE = "/Type /XObject /Subtype /Image /Width 2 /Height 2 ";
  private static final String RGB = IMAGE + "/BitsPerComponent 8 /ColorSpace /DeviceRGB ";
  private static final String FORM = "/Type /XObject /Subtype /Form /BBox [0 0 200 200] ";
  private static final String TILE =
      "/PatternType 1 /TilingType 1 /BBox [0 0 20 20] /XStep 20 /YStep 20 /Resources <<>> ";

  /// Red, green; blue, yellow.
  private static final byte[] FOUR_RGB = HexFormat.of().parseHex("ff000000ff000000ffffff00");
  private static final byte[] RED_SQUARE = ascii("1 0 0 rg 0 0 100 100 re f");

  private ColourZoo() {}

  /// What can be rewritten, by name.
  public static Map<String, byte[]> rewritten() {
    Map<String, byte[]> zoo = new LinkedHashMap<>();
    zoo.put("RGB", page("", "1 0 0 rg 20 20 60 60 re f 0 0.6 0 RG 9 w 120 20 60 60 re S"));
    zoo.put("CMYK", page("", "0 1 1 0 k 20 20 60 60 re f 1 0 0 0.2 K 9 w 120 20 60 60 re S"));
    zoo.put("by name", page("", "/DeviceRGB cs 0 0 1 sc 20 20 60 60 re f"
        + " /DeviceCMYK CS 0 1 0 0 SC 9 w 120 20 60 60 re S /DeviceRGB cs 90 90 9 9 re f"));
    zoo.put("Separation", spaces("/S [/Separation /Spot /DeviceCMYK <</FunctionType 2"
        + " /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 0.5 0] /N 1>>]", "/S cs 0.8 scn 20 20 60 60 re f"));
    zoo.put("Lab", spaces("/L [/Lab <</WhitePoint [0.95 1 1.09] /Range [-90 90 -90 90]>>]",
        "/L cs 60 70 -40 sc 20 20 60 60 re f"));
    zoo.put("CalRGB", spaces("/C [/CalRGB <</WhitePoint [0.95 1 1.09]>>]",
        "/C cs 0.9 0.2 0.1 sc 20 20 60 60 re f"));
    zoo.put("saved and restored", page("", "q 1 0 0 rg /DeviceCMYK cs 0 1 0 0 sc Q"
        + " 0.5 sc 20 20 60 60 re f"));
    zoo.put("a space of one's own for RGB", spaces("/DefaultRGB [/Lab <</WhitePoint [0.95 1 1.09]"
        + " /Range [-90 90 -90 90]>>]", "60 70 -40 rg 20 20 60 60 re f"));
    zoo.put("a CMYK page group", new RawPdf().object(catalog()).object(pages())
        .object("<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Group"
            + " <</S /Transparency /CS /DeviceCMYK>> " + resources("") + ">>")
        .stream("", content("0 1 1 0 k 20 20 60 60 re f")).bytes());
    withStreams(zoo);
    withImages(zoo);
    withShadings(zoo);
    return zoo;
  }

  /// What cannot be rewritten safely, by name.
  public static Map<String, byte[]> pictured() {
    Map<String, byte[]> zoo = new LinkedHashMap<>();
    String byFunction = "<</ShadingType 1 /ColorSpace /DeviceRGB /Matrix [200 0 0 200 0 0]"
        + " /Function 5 0 R>>";
    zoo.put("function-based shading", pageWith("/Shading <</S " + byFunction + ">>", "/S sh",
        "/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]", ascii("{ 0.2 }")));
    zoo.put("mesh", pageWith("/Shading <</S 5 0 R>>", "/S sh",
        "/ShadingType 4 /ColorSpace /DeviceRGB /BitsPerCoordinate 8 /BitsPerComponent 8"
            + " /BitsPerFlag 8 /Decode [0 200 0 200 0 1 0 1 0 1]",
        HexFormat.of().parseHex("001010ff0000" + "00f01000ff00" + "0080f00000ff")));
    zoo.put("a form that takes over a colour space", pageWith("/XObject <</F 5 0 R>>",
        "/DeviceRGB cs /F Do", FORM, ascii("1 0 0 sc 20 20 60 60 re f")));
    zoo.put("an image mixed with its mask", new RawPdf().object(catalog()).object(pages())
        .object(pageObject("/XObject <</I 5 0 R>>"))
        .stream("", content("q 80 0 0 80 20 20 cm /I Do Q"))
        .stream(IMAGE + "/BitsPerComponent 8 /ColorSpace /DeviceRGB /SMask 6 0 R", FOUR_RGB)
        .stream(IMAGE + "/BitsPerComponent 8 /ColorSpace /DeviceGray /Matte [0 0 0]",
            HexFormat.of().parseHex("ff80ff80")).bytes());
    zoo.put("a space that is not there", page("", "1 0 0 rg 20 20 60 60 re f /Gone cs"));
    return zoo;
  }

  private static void withStreams(Map<String, byte[]> zoo) {
    zoo.put("DeviceN", pageWith("/ColorSpace <</N [/DeviceN [/A /B] /DeviceRGB 5 0 R]>>",
        "/N cs 0.9 0.2 scn 20 20 60 60 re f",
        "/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]", ascii("{ 0 exch }")));
    zoo.put("ICC", pageWith("/ColorSpace <</I [/ICCBased 5 0 R]>>",
        "/I cs 1 0.3 0 sc 20 20 60 60 re f", "/N 3",
        ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData()));
    zoo.put("form", pageWith("/XObject <</F 5 0 R>>", "1 0 0 1 30 30 cm /F Do", FORM, RED_SQUARE));
    zoo.put("form with the page's resources", pageWith("/XObject <</F 5 0 R>>"
        + " /ColorSpace <</C [/CalRGB <</WhitePoint [0.95 1 1.09]>>]>>", "/F Do", FORM,
        ascii("/C cs 1 0 0 sc 30 30 90 90 re f")));
    zoo.put("form that draws itself", pageWith("/XObject <</F 5 0 R>>", "/F Do",
        FORM + "/Resources <<>>", RED_SQUARE));
    zoo.put("tiles", pageWith("/Pattern <</P 5 0 R>>",
        "/Pattern cs /P scn 20 20 120 120 re f", TILE + "/PaintType 1",
        ascii("1 0 0 rg 0 0 10 10 re f 0 0 1 rg 10 10 10 10 re f")));
    zoo.put("tiles without colours", pageWith("/Pattern <</P 5 0 R>>"
        + " /ColorSpace <</U [/Pattern /DeviceRGB]>>", "/U cs 0 0.5 0 /P scn 20 20 120 120 re f",
        TILE + "/PaintType 2", ascii("0 0 10 10 re f")));
    zoo.put("soft mask", pageWith("/ExtGState <</G <</SMask <</S /Luminosity /G 5 0 R"
        + " /BC [0 0 0]>>>>>>", "/G gs 1 0 0 rg 20 20 150 150 re f",
        FORM + "/Group <</S /Transparency /CS /DeviceRGB>>", ascii("1 1 0 rg 0 0 100 100 re f")));
    zoo.put("transfer functions", pageWith("/ExtGState <</G <</TR [5 0 R /Identity 5 0 R"
        + " /Identity]>>>>", "/G gs 0.5 g 20 20 150 150 re f",
        "/FunctionType 4 /Domain [0 1] /Range [0 1]", ascii("{ 1 exch sub }")));
    zoo.put("blending", page("/ExtGState <</G <</BM /Hue /ca 0.7>>>>",
        "1 0 0 rg 20 20 99 99 re f /G gs 0 0 1 rg 60 60 99 99 re f"));
    zoo.put("letters of type 3", pageWith("/Font <</F <</Type /Font /Subtype /Type3 /FontBBox"
        + " [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [1] /Encoding"
        + " <</Differences [97 /a]>> /CharProcs <</a 5 0 R>> /Resources <<>>>> /Z 6 0 R>>",
        "BT /F 60 Tf 20 20 Td (aa) Tj ET", "", ascii("1.1 0 d0 1 0 0 rg 0 0 1 1 re f")));
    zoo.put("stamp", new RawPdf().object(catalog()).object(pages())
        .object("<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Annots"
            + " [<</Type /Annot /Subtype /Stamp /F 4 /Rect [20 20 90 90] /AP <</N 5 0 R>>>>] "
            + resources("") + ">>")
        .stream("", content("")).stream(FORM + "/Resources <<>>", RED_SQUARE).bytes());
  }

  private static void withImages(Map<String, byte[]> zoo) {
    zoo.put("image", image(RGB, FOUR_RGB));
    zoo.put("image upside down in its values", image(RGB + "/Decode [1 0 1 0 1 0]", FOUR_RGB));
    zoo.put("image with a colour left out", image(RGB + "/Mask [255 255 0 0 0 0]", FOUR_RGB));
    zoo.put("image of 16 bits", image(IMAGE + "/BitsPerComponent 16 /ColorSpace /DeviceRGB",
        HexFormat.of().parseHex("ffff00000000" + "0000ffff0000" + "00000000ffff" + "ffffffff0000")));
    withOtherImages(zoo);
  }

  private static void withOtherImages(Map<String, byte[]> zoo) {
    zoo.put("CMYK image", image(IMAGE + "/BitsPerComponent 8 /ColorSpace /DeviceCMYK",
        HexFormat.of().parseHex("ff000000" + "00ff0000" + "000000ff" + "ffffff00")));
    zoo.put("Indexed", image(IMAGE + "/BitsPerComponent 1 /ColorSpace"
        + " [/Indexed /DeviceRGB 1 <ff00000000ff>] /Decode [1 0]", new byte[] {0x40, (byte) 0x80}));
    zoo.put("Separation image", image(IMAGE + "/BitsPerComponent 8 /ColorSpace [/Separation /Spot"
        + " /DeviceRGB <</FunctionType 2 /Domain [0 1] /C0 [1 1 1] /C1 [1 0 0] /N 1>>]",
        HexFormat.of().parseHex("00ff8040")));
    zoo.put("Lab image", image(IMAGE + "/BitsPerComponent 8 /ColorSpace [/Lab <</WhitePoint"
        + " [0.95 1 1.09] /Range [-100 100 -100 100]>>]",
        HexFormat.of().parseHex("80ff80" + "8000ff" + "c08000" + "4080ff")));
    zoo.put("JPEG", image("/Type /XObject /Subtype /Image /Width 40 /Height 30 /BitsPerComponent 8"
        + " /ColorSpace /DeviceRGB /Filter /DCTDecode", TestJpeg.jpeg(40, 30)));
    zoo.put("JPEG in YCCK", image("/Type /XObject /Subtype /Image /Width 40 /Height 30"
        + " /BitsPerComponent 8 /ColorSpace /DeviceCMYK /Decode [1 0 1 0 1 0 1 0]"
        + " /Filter /DCTDecode", TestJpeg.ycck(40, 30)));
    zoo.put("inline image", page("", "q 80 0 0 80 20 20 cm BI /W 2 /H 2 /BPC 8 /CS /RGB /F /AHx ID\n"
        + HexFormat.of().formatHex(FOUR_RGB) + ">\nEI Q"));
    zoo.put("inline image of greys", page("", "q 80 0 0 80 20 20 cm BI /W 2 /H 2 /BPC 8 /CS /G"
        + " /F /AHx ID\n00408090>\nEI Q"));
    zoo.put("stencil", image(IMAGE + "/BitsPerComponent 1 /ImageMask true",
        new byte[] {0x40, (byte) 0x80}, "1 0 0 rg"));
    zoo.put("soft mask of an image", new RawPdf().object(catalog()).object(pages())
        .object(pageObject("/XObject <</I 5 0 R>>"))
        .stream("", content("0 1 0 rg 0 0 90 90 re f q 80 0 0 80 20 20 cm /I Do Q"))
        .stream(RGB + "/SMask 6 0 R", FOUR_RGB)
        .stream(IMAGE + "/BitsPerComponent 8 /ColorSpace /DeviceGray",
            HexFormat.of().parseHex("ff80ff20")).bytes());
    zoo.put("stencil over an image", new RawPdf().object(catalog()).object(pages())
        .object(pageObject("/XObject <</I 5 0 R>>"))
        .stream("", content("q 80 0 0 80 20 20 cm /I Do Q"))
        .stream(RGB + "/Mask 6 0 R", FOUR_RGB)
        .stream(IMAGE + "/BitsPerComponent 1 /ImageMask true", new byte[] {0x40, (byte) 0x80})
        .bytes());
  }

  private static void withShadings(Map<String, byte[]> zoo) {
    String axial = "<</ShadingType 2 /ColorSpace /DeviceRGB /Coords [20 0 180 0] /Extend"
        + " [true false] /Function " + RED_TO_BLUE + ">>";
    zoo.put("axial", page("/Shading <</S " + axial + ">>", "/S sh"));
    zoo.put("radial", page("/Shading <</S <</ShadingType 3 /ColorSpace /DeviceRGB /Coords"
        + " [100 100 0 100 100 80] /Background [1 1 0] /Function " + RED_TO_BLUE + ">>>>", "/S sh"));
    zoo.put("axial pattern", page("/Pattern <</P <</PatternType 2 /Shading " + axial + ">>>>",
        "/Pattern cs /P scn 20 20 120 120 re f"));
  }

  private static byte[] image(String keys, byte[] samples) {
    return image(keys, samples, "");
  }

  private static byte[] image(String keys, byte[] samples, String before) {
    return pageWith(
        "/XObject <</I 5 0 R>>", before + " q 80 0 0 80 20 20 cm /I Do Q", keys, samples);
  }

  private static byte[] spaces(String spaces, String drawing) {
    return page("/ColorSpace <<" + spaces + ">>", drawing);
  }

  private static byte[] page(String resources, String drawing) {
    return pageWith(resources, drawing, "", new byte[0]);
  }

  /// One page whose resources may name the stream as object 5.
  private static byte[] pageWith(String resources, String drawing, String keys, byte[] stream) {
    return new RawPdf().object(catalog()).object(pages()).object(pageObject(resources))
        .stream("", content(drawing)).stream(keys, stream).object(font()).bytes();
  }

  private static String catalog() {
    return "<</Type /Catalog /Pages 2 0 R>>";
  }

  private static String pages() {
    return "<</Type /Pages /Kids [3 0 R] /Count 1>>";
  }

  private static String pageObject(String resources) {
    return "<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R "
        + resources(resources) + ">>";
  }

  private static String resources(String more) {
    String font = more.contains("/Font") ? "" : "/Font <</Z " + font() + ">> ";
    return "/Resources <<" + font + more + ">>";
  }

  private static String font() {
    return "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>";
  }

  private static byte[] content(String drawing) {
    return ascii("BT /Z 20 Tf 20 170 Td (zoo) Tj ET q " + drawing + " Q");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
