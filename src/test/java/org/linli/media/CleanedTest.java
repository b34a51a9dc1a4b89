package org.linli.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.linli.channels.Media;
import org.linli.channels.MediaFailure;
import org.linli.channels.MediaFailure.Reason;

class CleanedTest {

    private static final String WHERE = "31.2304N 121.4737E";

    @Test
    void aDiskWithoutRoomKeepsNoPictureFromBeingTaken() throws Exception {
        byte[] picture = jpeg(40, 20);
        Path gone = Files.createTempDirectory("pictures");
        ImageIO.setCacheDirectory(gone.toFile());
        Files.delete(gone);
        try {
            assertThat(Cleaned.of(new Media("image/jpeg", picture)).small()).isNotNull();
        } finally {
            ImageIO.setCacheDirectory(null);
        }
    }

    @Test
    void nothingIsLeftOfWhereAPictureWasTaken() throws Exception {
        byte[] told = withExif(jpeg(40, 20), 1);
        assertThat(told).contains(WHERE.getBytes(StandardCharsets.US_ASCII));

        var clean = Cleaned.of(new Media("image/jpeg", told));

        assertThat(text(clean.bytes())).doesNotContain(WHERE, "Exif");
        assertThat(text(Objects.requireNonNull(clean.small()))).doesNotContain(WHERE, "Exif");
        assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(clean.bytes()))
                        .getDirectoriesOfType(ExifDirectoryBase.class))
                .isEmpty();
    }

    @Test
    void aPictureTakenWithAPhoneHeldUprightStandsUpright() throws IOException {
        var clean = Cleaned.of(new Media("image/jpeg", withExif(jpeg(40, 20), 6)));
        var image = picture(clean.bytes());

        assertThat(image.getWidth()).isEqualTo(20);
        assertThat(image.getHeight()).isEqualTo(40);
        // red was on the left; turned to the right it is above
        assertThat(new Color(image.getRGB(10, 3)).getRed()).isGreaterThan(200);
        assertThat(new Color(image.getRGB(10, 36)).getRed()).isLessThan(60);
    }

    @Test
    void wordsHiddenInAPngAreGoneAndWhatIsSeenThroughStays() throws IOException {
        var clean = Cleaned.of(new Media("image/png", withRemark(png(30, 30))));

        assertThat(clean.type()).isEqualTo("image/png");
        assertThat(text(clean.bytes())).doesNotContain(WHERE);
        assertThat(picture(clean.bytes()).getColorModel().hasAlpha()).isTrue();
    }

    @Test
    void aLargePictureIsKeptSmallerAndASmallOneAsItIs() throws IOException {
        var large = Cleaned.of(new Media("image/jpeg", jpeg(6_000, 300)));
        var small = Cleaned.of(new Media("image/jpeg", jpeg(50, 30)));

        assertThat(picture(large.bytes()).getWidth()).isEqualTo(2_560);
        assertThat(picture(Objects.requireNonNull(large.small())).getWidth()).isEqualTo(320);
        assertThat(picture(small.bytes()).getWidth()).isEqualTo(50);
    }

    @Test
    void aPictureThatClaimsToBeEndlessIsNotDecoded() {
        byte[] bomb = png(1, 1);
        ByteBuffer.wrap(bomb).putInt(16, 100_000).putInt(20, 100_000);
        mendChecksum(bomb);

        assertThat(refused("image/png", bomb)).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void whatOnlyBeginsLikeAPictureIsRefused() {
        assertThat(refused("image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, 2}))
                .isEqualTo(Reason.REFUSED_TYPE);
    }

    @Test
    void aFilmDoesNotSayWhereItWasTakenAndNothingInItMoves() {
        byte[] place = box("udta", box("\u00a9xyz", WHERE.getBytes(StandardCharsets.US_ASCII)));
        byte[] track =
                box("trak", join(box("tkhd", new byte[12]), box("meta", "iPhone".getBytes(StandardCharsets.US_ASCII))));
        byte[] film = join(
                box("ftyp", "mp42".getBytes(StandardCharsets.US_ASCII)),
                box("moov", join(box("mvhd", new byte[20]), track, place)),
                box("mdat", "udta is a word here".getBytes(StandardCharsets.US_ASCII)));

        byte[] clean = Cleaned.of(new Media("video/mp4", film)).bytes();

        assertThat(clean).hasSameSizeAs(film);
        assertThat(text(clean)).doesNotContain(WHERE, "iPhone").contains("udta is a word here", "tkhd", "mvhd");
    }

    @Test
    void filesAreKeptAsTheyAre() {
        byte[] bytes = "%PDF-1.7 report".getBytes(StandardCharsets.US_ASCII);

        assertThat(Cleaned.of(new Media("application/pdf", bytes)).bytes()).isEqualTo(bytes);
    }

    @Property(tries = 300)
    void noBytesAtAllMakeCleaningFailOtherwiseThanByRefusal(@ForAll @Size(max = 300) byte[] noise) throws IOException {
        for (String type : new String[] {"image/jpeg", "image/png", "image/gif", "image/bmp", "image/webp"}) {
            byte[] head = type.equals("image/png") ? png(3, 3) : type.equals("image/jpeg") ? jpeg(3, 3) : new byte[0];
            int cut = Math.min(head.length, noise.length);
            byte[] broken = join(java.util.Arrays.copyOf(head, cut), noise);
            try {
                assertThat(Cleaned.of(new Media(type, broken)).bytes()).isNotEmpty();
            } catch (MediaFailure refused) {
                assertThat(refused.reason()).isIn(Reason.REFUSED_TYPE, Reason.TOO_LARGE);
            }
        }
        byte[] film = join(box("ftyp", new byte[4]), noise);
        assertThat(CleanFilm.of(film)).hasSameSizeAs(film);
    }

    private static Reason refused(String type, byte[] bytes) {
        return catchThrowableOfType(MediaFailure.class, () -> Cleaned.of(new Media(type, bytes)))
                .reason();
    }

    /// Red on its left half, black on its right.
    private static byte[] jpeg(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.dispose();
        return bytes(image, "jpg");
    }

    private static byte[] png(int width, int height) {
        return bytes(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    private static byte[] bytes(BufferedImage image, String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }

    /// APP1 with a TIFF of two fields: the orientation and a description.
    private static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] words = WHERE.getBytes(StandardCharsets.US_ASCII);
        var tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + words.length + 1);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x010E)
                .putShort((short) 2)
                .putInt(words.length + 1)
                .putInt(8 + 2 + 2 * 12 + 4);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0).put(words);
        byte[] exif = join("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff.array());
        var segment = ByteBuffer.allocate(4 + exif.length);
        segment.putShort((short) 0xFFE1).putShort((short) (2 + exif.length)).put(exif);
        byte[] rest = java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length);
        return join(new byte[] {(byte) 0xFF, (byte) 0xD8}, segment.array(), rest);
    }

    /// A tEXt chunk after the header.
    private static byte[] withRemark(byte[] png) {
        byte[] words = ("tEXtComment\0" + WHERE).getBytes(StandardCharsets.ISO_8859_1);
        var crc = new CRC32();
        crc.update(words);
        var chunk = ByteBuffer.allocate(8 + words.length);
        chunk.putInt(words.length - 4).put(words).putInt((int) crc.getValue());
        int header = 8 + 25;
        return join(
                java.util.Arrays.copyOf(png, header),
                chunk.array(),
                java.util.Arrays.copyOfRange(png, header, png.length));
    }

    private static void mendChecksum(byte[] png) {
        var crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
    }

    private static byte[] box(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .put(content)
                .array();
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static BufferedImage picture(byte[] bytes) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(bytes)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
