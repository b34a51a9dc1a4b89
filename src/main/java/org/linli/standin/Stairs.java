package org.linli.standin;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// The picture that people at platforms send when they are played, as JPEG.
public final class Stairs {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;

    private Stairs() {}

    /// A stairway at night with one lamp that is out.
    public static byte[] atNight() {
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
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "jpg", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
