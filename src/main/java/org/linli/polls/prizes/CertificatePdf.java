package org.linli.polls.prizes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// A certificate on one page of A4, lying, in [SongFont]. Characters below U+0080 are half as wide as the others.
final class CertificatePdf {

    private static final float WIDTH = 842;
    private static final float HEIGHT = 595;
    private static final float MARGIN = 100;
    private static final float TITLE = 40;
    private static final float WORDS = 20;
    private static final float FOOT = 16;
    private static final COSName FONT = COSName.getPDFName("F1");

    private final ContentStreamWriter drawn;
    private float left = HEIGHT - 150;

    private CertificatePdf(ContentStreamWriter drawn) {
        this.drawn = drawn;
    }

    /// Waits for no file and no network.
    static byte[] of(Certificate it) {
        try (var document = new PDDocument();
                var file = new ByteArrayOutputStream()) {
            document.addPage(page(document, it));
            document.getDocumentInformation().setTitle(it.title());
            var catalog = document.getDocumentCatalog();
            catalog.setLanguage("zh-CN");
            catalog.setViewerPreferences(new PDViewerPreferences(new COSDictionary()));
            catalog.getViewerPreferences().setDisplayDocTitle(true);
            document.save(file);
            return file.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static PDPage page(PDDocument document, Certificate it) throws IOException {
        var page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
        var fonts = new COSDictionary();
        fonts.setItem(FONT, SongFont.dictionary());
        var resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);
        page.setResources(new PDResources(resources));
        var content = new PDStream(document);
        try (var bytes = content.createOutputStream(COSName.FLATE_DECODE)) {
            new CertificatePdf(new ContentStreamWriter(bytes)).draw(it);
        }
        page.setContents(content);
        return page;
    }

    private void draw(Certificate it) throws IOException {
        numbers(OperatorName.STROKING_COLOR_RGB, 0.02f, 0.37f, 0.21f);
        frame(3, 30);
        frame(1, 38);
        centred(it.title());
        for (String words : it.words()) {
            paragraph(words);
        }
        foot(it.foot());
    }

    private void frame(float thick, float inwards) throws IOException {
        numbers(OperatorName.SET_LINE_WIDTH, thick);
        numbers(OperatorName.APPEND_RECT, inwards, inwards, WIDTH - 2 * inwards, HEIGHT - 2 * inwards);
        numbers(OperatorName.STROKE_PATH);
    }

    private void centred(String line) throws IOException {
        show(line, TITLE, (WIDTH - width(line) * TITLE) / 2, left);
        left -= 2 * TITLE;
    }

    private void paragraph(String words) throws IOException {
        for (String line : lines(words, (WIDTH - 2 * MARGIN) / WORDS)) {
            show(line, WORDS, MARGIN, left);
            left -= 1.9f * WORDS;
        }
    }

    private void foot(List<String> lines) throws IOException {
        float at = 70 + 1.7f * FOOT * (lines.size() - 1);
        for (String line : lines) {
            show(line, FOOT, WIDTH - MARGIN - width(line) * FOOT, at);
            at -= 1.7f * FOOT;
        }
    }

    private void show(String line, float size, float x, float y) throws IOException {
        numbers(OperatorName.BEGIN_TEXT);
        drawn.writeTokens(FONT, new COSFloat(size), Operator.getOperator(OperatorName.SET_FONT_AND_SIZE));
        numbers(OperatorName.MOVE_TEXT, x, y);
        drawn.writeTokens(SongFont.written(line), Operator.getOperator(OperatorName.SHOW_TEXT));
        numbers(OperatorName.END_TEXT);
    }

    private void numbers(String operator, float... values) throws IOException {
        for (float value : values) {
            drawn.writeToken(new COSFloat(value));
        }
        drawn.writeToken(Operator.getOperator(operator));
    }

    /// @param most in widths of a Chinese character
    static List<String> lines(String words, double most) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        words.codePoints().forEach(sign -> {
            if (width(line) + width(sign) > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.appendCodePoint(sign);
        });
        lines.add(line.toString());
        return lines;
    }

    private static float width(CharSequence line) {
        return (float) line.codePoints().mapToDouble(CertificatePdf::width).sum();
    }

    private static double width(int sign) {
        return sign < 0x80 ? 0.5 : 1;
    }
}
