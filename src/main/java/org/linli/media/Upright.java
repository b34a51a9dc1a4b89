package org.linli.media;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import net.coobird.thumbnailator.util.exif.Orientation;

/// How the camera was held, by the mark that it left in the picture.
final class Upright {

    private Upright() {}

    /// Upright where no mark says otherwise. Marks that are broken say nothing.
    static Orientation of(byte[] picture) {
        try {
            var marks = ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture));
            return Optional.ofNullable(marks.getFirstDirectoryOfType(ExifIFD0Directory.class))
                    .map(it -> it.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
                    .filter(it -> it >= 1 && it <= 8)
                    .map(Orientation::typeOf)
                    .orElse(Orientation.TOP_LEFT);
        } catch (ImageProcessingException | IOException | RuntimeException unreadable) {
            return Orientation.TOP_LEFT;
        }
    }
}
