package org.linli.standin.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.linli.standin.CallUs.Callback;

/// Signs and encrypts as the platform does in safe mode.
///
/// Written apart from the adapter, so that one does not inherit the other's mistakes.
final class Seal {

    private static final int BLOCK = 32;
    private static final int HEAD = 20;
    private static final Pattern ENCRYPTED =
            Pattern.compile("<Encrypt>(?:<!\\[CDATA\\[)?([A-Za-z0-9+/=]+)(?:]]>)?</Encrypt>");

    private final Keys keys;

    Seal(Keys keys) {
        this.keys = keys;
    }

    /// @param plain a message in XML
    Callback close(String plain, long now) {
        String nonce = Integer.toString(ThreadLocalRandom.current().nextInt(1_000_000_000));
        String encrypted = encrypt(plain);
        String time = Long.toString(now);
        String query = "signature=%s&timestamp=%s&nonce=%s&encrypt_type=aes&msg_signature=%s"
                .formatted(signed(time, nonce), time, nonce, signed(time, nonce, encrypted));
        return new Callback(
                "/webhooks/wechat/" + URLEncoder.encode(keys.account(), UTF_8) + "?" + query,
                "text/xml",
                "<xml><ToUserName><![CDATA[%s]]></ToUserName><Encrypt><![CDATA[%s]]></Encrypt></xml>"
                        .formatted(WechatXml.OURSELVES, encrypted),
                plain,
                this::open);
    }

    /// What an answer says; unchanged where it is not encrypted.
    String open(String answer) {
        var encrypted = ENCRYPTED.matcher(answer);
        return encrypted.find() ? decrypt(encrypted.group(1)) : answer;
    }

    private String signed(String... parts) {
        String[] sorted = Arrays.copyOf(parts, parts.length + 1);
        sorted[parts.length] = keys.token();
        Arrays.sort(sorted);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest(String.join("", sorted).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has SHA-1", missing);
        }
    }

    private String encrypt(String text) {
        byte[] words = text.getBytes(UTF_8);
        byte[] id = keys.appId().getBytes(UTF_8);
        byte[] prefix = new byte[16];
        ThreadLocalRandom.current().nextBytes(prefix);
        int length = HEAD + words.length + id.length;
        int padding = BLOCK - length % BLOCK;
        var block = ByteBuffer.allocate(length + padding);
        block.put(prefix).putInt(words.length).put(words).put(id);
        Arrays.fill(block.array(), length, length + padding, (byte) padding);
        return Base64.getEncoder().encodeToString(cipher(Cipher.ENCRYPT_MODE, block.array()));
    }

    private String decrypt(String encrypted) {
        byte[] block = cipher(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(encrypted));
        return new String(block, HEAD, ByteBuffer.wrap(block).getInt(16), UTF_8);
    }

    private byte[] cipher(int mode, byte[] block) {
        byte[] key = Base64.getDecoder().decode(keys.aesKey() + "=");
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return cipher.doFinal(block);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalArgumentException("not as the platform encrypts", wrong);
        }
    }
}
