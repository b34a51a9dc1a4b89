package org.linli.web.codes;

import io.nayuki.qrcodegen.QrCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Draws a QR code that stays sharp at any size.
public final class DrawCode {

    /// White around it, in squares: ISO 18004 asks for four.
    private static final int QUIET = 4;

    private DrawCode() {}

    /// As an address of its own, `data:image/svg+xml…`. A third of it may be dirty or torn.
    public static String of(String content) {
        QrCode code = QrCode.encodeText(content, QrCode.Ecc.HIGH);
        int size = code.size + 2 * QUIET;
        String svg =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path d=\"%s\"/></svg>"
                        .formatted(size, size, size, size, squares(code));
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    private static String squares(QrCode code) {
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
