package org.linli.platform.bodies;

import java.io.IOException;
import java.util.Collections;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// How much a packed file, like a spreadsheet, is once it is unpacked. A few bytes may say that they are gigabytes, and
/// whoever reads them takes them all into memory.
public final class Unpacked {

    /// Of all parts together: a hundred times what a table of ten thousand rows is.
    private static final long MOST = 100L * 1024 * 1024;

    private static final int MOST_PARTS = 1000;
    private static final int PIECE = 64 * 1024;

    private Unpacked() {}

    /// The same bytes. Throws [IOException] where they are no packed file, are packed in a way that spreadsheets are
    /// not, or would be too much. Counts without keeping anything.
    public static byte[] measured(byte[] packed) throws IOException {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(packed))
                .get()) {
            var parts = Collections.list(zip.getEntries());
            require(parts.size() <= MOST_PARTS);
            long left = MOST;
            for (var part : parts) {
                left -= size(zip, part, left);
            }
        }
        return packed;
    }

    private static long size(ZipFile zip, ZipArchiveEntry part, long left) throws IOException {
        // the library knows more ways, by libraries that are not here
        require(part.getMethod() == ZipEntry.STORED || part.getMethod() == ZipEntry.DEFLATED);
        long size = 0;
        try (var in = zip.getInputStream(part)) {
            var piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                size += read;
                require(size <= left);
            }
        }
        return size;
    }

    private static void require(boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("a packed file is too much, or packed in an unusual way");
        }
    }
}
