package org.linli.polls.prizes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;

/// What stands on a certificate, line by line, as a reader of PDF finds it.
public final class CertificateText {

    private CertificateText() {}

    public static List<String> lines(byte[] pdf) throws IOException {
        try (var read = Loader.loadPDF(pdf)) {
            return lines(read);
        }
    }

    static List<String> lines(PDDocument read) throws IOException {
        return new PDFStreamParser(read.getPage(0))
                .parse().stream()
                        .filter(COSString.class::isInstance)
                        .map(it -> new String(((COSString) it).getBytes(), StandardCharsets.UTF_16BE))
                        .toList();
    }
}
