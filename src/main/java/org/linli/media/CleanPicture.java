package org.linli.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.linli.channels.Media;
import org.linli.channels.MediaFailure;
import org.linli.channels.MediaFailure.Reason;

/// Writes a picture anew, upright and from its pixels alone, so that nothing else of it is left.
final class CleanPicture {

    /// A file of a few kilobytes can claim to have a terabyte of pixels.
    private static final long MOST_PIXELS = 120_000_000;

    private static final int LONGEST_EDGE = 2_560;
    private static final int SMALL_EDGE = 320;
    private static final double QUALITY = 0.85;

    static {
        // otherwise each picture goes through a file, for which a full disk has no room
        ImageIO.setUseCache(false);
    }

    private CleanPicture() {}

    /// Throws [MediaFailure] `REFUSED_TYPE` where it cannot be read, `TOO_LARGE` where it has too many pixels.
    static Cleaned of(Media media) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(media.bytes()))) {
            var reader = reader(input);
            try {
                reader.setInput(input, true, true);
                return cleaned(upright(reader, Upright.of(media.bytes())), media.type());
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new MediaFailure(
                    Reason.REFUSED_TYPE, media.type() + ", " + e.getClass().getSimpleName());
        }
    }

    private static ImageReader reader(ImageInputStream input) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            throw new IOException("nobody reads it");
        }
        return readers.next();
    }

    /// What is much larger than we keep is not even decoded at its size.
    private static BufferedImage upright(ImageReader reader, Orientation held) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
            throw new MediaFailure(Reason.TOO_LARGE, width + " by " + height);
        }
        var how = reader.getDefaultReadParam();
        int every = (int) Math.max(1, Math.max(width, height) / (2 * LONGEST_EDGE));
        how.setSourceSubsampling(every, every, 0, 0);
        return ExifFilterUtils.getFilterForOrientation(held).apply(reader.read(0, how));
    }

    private static Cleaned cleaned(BufferedImage image, String type) throws IOException {
        boolean jpeg = type.equals("image/jpeg");
        return new Cleaned(
                jpeg ? type : "image/png",
                written(image, LONGEST_EDGE, jpeg ? "jpg" : "png"),
                written(opaque(image), SMALL_EDGE, "jpg"));
    }

    private static byte[] written(BufferedImage image, int edge, String format) throws IOException {
        double scale = Math.min(1, (double) edge / Math.max(image.getWidth(), image.getHeight()));
        var bytes = new ByteArrayOutputStream();
        Thumbnails.fromImages(List.of(image))
                .size(scaled(image.getWidth(), scale), scaled(image.getHeight(), scale))
                .outputFormat(format)
                .outputQuality(QUALITY)
                .toOutputStream(bytes);
        return bytes.toByteArray();
    }

    private static int scaled(int length, double scale) {
        return (int) Math.max(1, Math.round(length * scale));
    }

    /// JPEG has no transparency: what is seen through is white.
    private static BufferedImage opaque(BufferedImage image) {
        var white = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = white.createGraphics();
        graphics.drawImage(image, 0, 0, java.awt.Color.WHITE, null);
        graphics.dispose();
        return white;
    }
}
