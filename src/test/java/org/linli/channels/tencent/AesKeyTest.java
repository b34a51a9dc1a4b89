package org.linli.channels.tencent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.channels.wechat.WechatCalls;

class AesKeyTest {

    private static final WechatCalls CALLS = WechatCalls.DEMO;
    private final AesKey key = AesKey.of(CALLS.aesKey());

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 12, 25, 26, 31, 32, 33, 5000})
    void whatIsClosedOpensAgainWhateverItsLength(int length) throws AesKey.NotForUs {
        String text = "梯".repeat(length);
        String closed = key.close(text, CALLS.appId(), new byte[16]);
        assertThat(key.open(closed, CALLS.appId())).isEqualTo(text);
        assertThat(CALLS.decrypt(closed)).isEqualTo(text);
        assertThat(key.open(CALLS.encrypt(text), CALLS.appId())).isEqualTo(text);
    }

    @Test
    void aTextForAnotherReceiverIsNotOurs() {
        String closed = CALLS.encrypt("电梯坏了");
        for (String other :
                new String[] {"", "wx", CALLS.appId() + "0", CALLS.appId().toUpperCase()}) {
            assertThatThrownBy(() -> key.open(closed, other))
                    .isInstanceOf(AesKey.NotForUs.class)
                    .hasMessage("another receiver");
        }
    }

    @Test
    void anotherKeyDoesNotOpenIt() {
        AesKey other = AesKey.of("ZYXWVUTSRQPONMLKJIHGFEDCBAzyxwvutsrqponmlkj");
        assertRefused(other, CALLS.encrypt("电梯坏了"));
    }

    @Test
    void everyFlippedByteThatMattersIsFound() {
        byte[] cipher = Base64.getDecoder().decode(CALLS.encrypt("电梯坏了"));
        // a change in the first block spoils the random bytes and the length behind them; later ones spoil the text
        for (int i = 0; i < cipher.length; i++) {
            byte[] changed = cipher.clone();
            changed[i] ^= 1;
            String text = openOrRefused(Base64.getEncoder().encodeToString(changed));
            assertThat(text).as("byte %d", i).isNotEqualTo("电梯坏了");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 20, 21, 22, 43, 44})
    void aCutOffTextIsRefused(int cut) {
        String closed = CALLS.encrypt("电梯坏了");
        assertRefused(key, closed.substring(0, closed.length() - cut));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "*", "电梯", "QUFB", "QUFBQUFBQUFBQUFBQUFBQQ=="})
    void whatIsNoCipherIsRefused(String text) {
        assertRefused(key, text);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 13, 17, 1_922_110_724, Integer.MAX_VALUE, Integer.MAX_VALUE - 20})
    void aLengthBeyondTheEndIsRefused(int length) {
        byte[] block = block("电梯坏了", 16);
        ByteBuffer.wrap(block).putInt(16, length);
        assertRefused(key, CALLS.encrypt(block));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 33, 64, 127, -1, -128})
    void paddingBelowOneOrAboveThirtyTwoIsRefused(int padding) {
        byte[] block = block("电梯坏了", 16);
        Arrays.fill(block, block.length - 16, block.length, (byte) padding);
        assertRefused(key, CALLS.encrypt(block));
    }

    @Test
    void paddingThatIsNotAllTheSameIsRefused() {
        byte[] block = block("电梯坏了", 16);
        block[block.length - 2] = 3;
        assertRefused(key, CALLS.encrypt(block));
    }

    @Test
    void nothingButPaddingIsRefused() {
        byte[] block = new byte[32];
        Arrays.fill(block, (byte) 32);
        assertRefused(key, CALLS.encrypt(block));
    }

    // 16 random + 4 length + text + 18 id, filled up to whole blocks of 16
    private static byte[] block(String text, int padding) {
        byte[] words = text.getBytes(UTF_8);
        byte[] id = CALLS.appId().getBytes(UTF_8);
        int length = 20 + words.length + id.length;
        byte[] block = new byte[(length + padding) / 16 * 16];
        Arrays.fill(block, (byte) (block.length - length));
        ByteBuffer.wrap(block).put(new byte[16]).putInt(words.length).put(words).put(id);
        return block;
    }

    private String openOrRefused(String cipher) {
        try {
            return key.open(cipher, CALLS.appId());
        } catch (AesKey.NotForUs refused) {
            return "refused";
        }
    }

    private static void assertRefused(AesKey key, String cipher) {
        assertThatThrownBy(() -> key.open(cipher, CALLS.appId())).isInstanceOf(AesKey.NotForUs.class);
    }
}
