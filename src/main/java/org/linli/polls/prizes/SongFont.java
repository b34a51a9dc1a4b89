package org.linli.polls.prizes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// SimSun, which readers of PDF have or replace by a Chinese font of theirs: for a TrueType font that is not embedded
/// they look characters up by Unicode (ISO 32000-1, 9.7.4.2 and 9.7.5.2, predefined CMap UniGB-UTF16-H). Nothing is
/// embedded, and no font has to be installed where the program runs. The library sets text only in fonts that it
/// embeds, so this one is described here.
final class SongFont {

    private static final String NAME = "SimSun";
    private static final String MAP = "UniGB-UTF16-H";

    private SongFont() {}

    /// What a page's resources name.
    static COSDictionary dictionary() {
        var font = of("Font", "Type0", NAME);
        font.setName(COSName.ENCODING, MAP);
        font.setItem(COSName.DESCENDANT_FONTS, new COSArray(List.of(signs())));
        return font;
    }

    /// As the map reads it.
    static COSString written(String line) {
        return new COSString(line.getBytes(StandardCharsets.UTF_16BE));
    }

    private static COSDictionary signs() {
        var signs = of("Font", "CIDFontType2", NAME);
        var collection = new COSDictionary();
        collection.setString(COSName.REGISTRY, "Adobe");
        collection.setString(COSName.ORDERING, "GB1");
        collection.setInt(COSName.SUPPLEMENT, 4);
        signs.setItem(COSName.CIDSYSTEMINFO, collection);
        signs.setItem(COSName.FONT_DESC, descriptor());
        signs.setInt(COSName.DW, 1000);
        signs.setItem(COSName.W, COSArray.ofCOSIntegers(List.of(1, 95, 500)));
        return signs;
    }

    private static COSDictionary descriptor() {
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT_DESC);
        font.setName(COSName.FONT_NAME, NAME);
        font.setItem(COSName.FONT_BBOX, new PDRectangle(-25, -254, 1025, 1134));
        Map.of(COSName.FLAGS, 6, COSName.ITALIC_ANGLE, 0, COSName.ASCENT, 752, COSName.DESCENT, -271)
                .forEach((name, value) -> font.setItem(name, COSInteger.get(value)));
        font.setInt(COSName.CAP_HEIGHT, 737);
        font.setInt(COSName.STEM_V, 58);
        return font;
    }

    private static COSDictionary of(String type, String subtype, String name) {
        var font = new COSDictionary();
        font.setName(COSName.TYPE, type);
        font.setName(COSName.SUBTYPE, subtype);
        font.setName(COSName.BASE_FONT, name);
        return font;
    }
}
