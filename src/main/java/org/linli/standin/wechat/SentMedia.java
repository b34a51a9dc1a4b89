package org.linli.standin.wechat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.linli.standin.Asked;
import org.linli.standin.Told;

/// Gives out what followers sent, to whoever has the token: 获取临时素材 page.
final class SentMedia {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;

    private final Map<String, Told> held = new ConcurrentHashMap<>();

    SentMedia() {
        held.put(PlayFollower.PICTURE, file("image/jpeg", "stairs.jpg", stairs()));
    }

    void hold(String media, Told answer) {
        held.put(media, answer);
    }

    Told get(Asked call) {
        Told answer = held.get(call.parameter("media_id"));
        return answer == null ? Codes.refused(40007) : answer;
    }

    static Told file(String type, String name, byte[] bytes) {
        return new Told(
                200,
                Map.of("Content-Type", type, "Content-disposition", "attachment; filename=\"%s\"".formatted(name)),
                bytes);
    }

    /// A stairway at night with one lamp that is out.
    private static byte[] stairs() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x2b3440), 0, HEIGHT, new Color(0x8a7f6d)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        for (int step = 0; step < 8; step++) {
            graphics.setColor(new Color(0x5b, 0x55, 0x4c).brighter());
            graphics.fillRect(step * 110, HEIGHT - 60 - step * 55, WIDTH, 22);
        }
        graphics.setColor(new Color(0x404040));
        graphics.fillOval(400, 40, 90, 90);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
