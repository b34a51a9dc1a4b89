package org.linli.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.linli.channels.MediaFailure;
import org.linli.channels.MediaSettings;
import org.linli.channels.TakeMedia;
import org.springframework.util.unit.DataSize;

/// Pictures, films and voices: judged by their content, and cleaned of what tells where they were taken.
public final class FuzzedMedia {

    private static final TakeMedia TAKE = new TakeMedia(new MediaSettings(
            DataSize.ofMegabytes(1),
            Set.of("image/jpeg", "image/png", "image/gif", "image/bmp", "image/webp", "video/mp4", "audio/mp4")));

    private FuzzedMedia() {}

    /// What looks right.
    public static List<byte[]> seeds() throws IOException {
        return List.of(picture("jpeg"), picture("png"), picture("gif"), picture("bmp"), new byte[] {
            0, 0, 0, 16, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 0, 0, 0, 0, 0, 16, 'm', 'o', 'o', 'v', 0, 0, 0,
            8, 'u', 'd', 't', 'a'
        });
    }

    private static byte[] picture(String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            var cleaned = Cleaned.of(TAKE.take(bytes));
            var small = cleaned.small();
            if (small != null && !TAKE.take(small).type().equals("image/jpeg")) {
                throw new AssertionError("a small picture is no JPEG");
            }
        } catch (MediaFailure refused) {
            // as it should be
        }
    }
}
