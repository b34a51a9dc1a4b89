package org.linli.platform.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class UnpackedTest {

    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void whatIsSmallIsGivenBackAsItIs() throws IOException {
        byte[] small = packed(3, 1000);

        assertThat(Unpacked.measured(small)).isSameAs(small);
    }

    @Test
    void whatBecomesTooMuchIsRefusedThoughItIsSmall() throws IOException {
        byte[] bomb = packed(3, 40 * MEGABYTE);

        assertThat(bomb).hasSizeLessThan(MEGABYTE);
        assertThatIOException().isThrownBy(() -> Unpacked.measured(bomb));
    }

    @Test
    void soIsWhatHasTooManyParts() throws IOException {
        byte[] many = packed(1001, 1);

        assertThatIOException().isThrownBy(() -> Unpacked.measured(many));
    }

    @Test
    void whatIsNotPackedIsRefused() {
        assertThatIOException().isThrownBy(() -> Unpacked.measured(new byte[] {1, 2, 3}));
    }

    private static byte[] packed(int parts, int each) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int part = 0; part < parts; part++) {
                zip.putNextEntry(new ZipEntry("part" + part));
                zip.write(new byte[each]);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
