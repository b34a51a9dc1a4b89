package org.linli.openness;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.linli.cases.NotAPicture;

/// Makes a picture that everybody may see: smaller, and black where somebody would be known. What was there is not in
/// it.
public final class BlackOut {

    private static final int LONGEST_SIDE = 1_280;

    /// A part of the picture, in fractions of its width and height from the upper left corner.
    ///
    /// @throws IllegalArgumentException for what is none
    public record Box(double left, double top, double width, double height) {

        public Box {
            if (DoubleStream.of(left, top, width, height).anyMatch(it -> !(it >= 0 && it <= 1))) {
                throw new IllegalArgumentException("a box has four fractions");
            }
        }

        /// Like `0.1,0.2,0.3,0.15;…`, as the page hands it in.
        ///
        /// @throws IllegalArgumentException for anything else
        public static List<Box> list(String text) {
            return Arrays.stream(text.split(";"))
                    .filter(it -> !it.isBlank())
                    .map(Box::of)
                    .toList();
        }

        private static Box of(String text) {
            double[] parts = Arrays.stream(text.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (parts.length != 4) {
                throw new IllegalArgumentException("a box has four fractions");
            }
            return new Box(parts[0], parts[1], parts[2], parts[3]);
        }
    }

    private BlackOut() {}

    /// A JPEG. Blocking computation, in memory alone.
    ///
    /// @throws NotAPicture where nobody can read it
    static byte[] of(byte[] picture, List<Box> boxes) throws IOException {
        var image = read(picture);
        var shown = Thumbnails.of(image)
                .size(Math.min(LONGEST_SIDE, image.getWidth()), Math.min(LONGEST_SIDE, image.getHeight()))
                .imageType(BufferedImage.TYPE_INT_RGB)
                .asBufferedImage();
        paint(shown, boxes);
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(shown, "jpeg", out);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage read(byte[] picture) {
        try {
            var image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(picture)));
            if (image == null) {
                throw new NotAPicture("nobody reads it");
            }
            return image;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new NotAPicture(e.getClass().getSimpleName());
        }
    }

    private static void paint(BufferedImage image, List<Box> boxes) {
        var pen = image.createGraphics();
        pen.setColor(Color.BLACK);
        for (Box box : boxes) {
            pen.fillRect(
                    (int) Math.floor(box.left() * image.getWidth()),
                    (int) Math.floor(box.top() * image.getHeight()),
                    (int) Math.ceil(box.width() * image.getWidth()) + 1,
                    (int) Math.ceil(box.height() * image.getHeight()) + 1);
        }
        pen.dispose();
    }
}
