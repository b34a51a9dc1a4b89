package org.linli.channels.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.linli.channels.WebhookRequest;

/// Writes the calls that WeChat would make for one account, signed and where asked encrypted.
///
/// Written apart from the adapter, so that one does not inherit the other's mistakes.
///
/// @param aesKey the account's encoding-aes-key, 43 letters and digits
public record WechatCalls(String account, String appId, String token, String aesKey) {

    /// Good for tests: `gh_linli` with everything filled in.
    public static final WechatCalls DEMO =
            new WechatCalls("demo", "wx0123456789abcdef", "demotoken", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");

    private static final String LONG_AGO = "1781074800";

    /// One call, ready to be sent to `/webhooks/wechat/{account}`.
    public record Call(String method, String account, Map<String, String> parameters, String body) {

        public WebhookRequest request() {
            return new WebhookRequest(method, account, parameters, body);
        }

        /// The parameters as the part of an address behind its question mark.
        public String query() {
            return parameters.entrySet().stream()
                    .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                    .collect(Collectors.joining("&"));
        }

        public String path() {
            return "/webhooks/wechat/" + account + "?" + query();
        }

        String parameter(String name) {
            return parameters.getOrDefault(name, "");
        }

        public Call with(String parameter, String value) {
            var changed = new LinkedHashMap<>(parameters);
            changed.put(parameter, value);
            return new Call(method, account, changed, body);
        }

        public Call without(String parameter) {
            var changed = new LinkedHashMap<>(parameters);
            changed.remove(parameter);
            return new Call(method, account, changed, body);
        }

        public Call withBody(String other) {
            return new Call(method, account, parameters, other);
        }
    }

    /// Somebody writes `text`: the body in XML.
    public static String text(String openid, String messageId, String text) {
        return message(openid, "text", "<MsgId>%s</MsgId><Content>%s</Content>".formatted(messageId, cdata(text)));
    }

    /// The same, said at this moment: whoever wrote long ago is not written to any more.
    public static String textNow(String openid, String messageId, String text) {
        String now = Long.toString(Instant.now().getEpochSecond());
        return text(openid, messageId, text).replace(LONG_AGO, now);
    }

    /// Something happens: the body in XML.
    ///
    /// @param more further elements, may be empty
    public static String event(String openid, String event, String more) {
        return message(openid, "event", "<Event>%s</Event>%s".formatted(cdata(event), more));
    }

    public static String message(String openid, String type, String more) {
        return "<xml><ToUserName>%s</ToUserName><FromUserName>%s</FromUserName><CreateTime>%s</CreateTime><MsgType>%s</MsgType>%s</xml>"
                .formatted(cdata("gh_linli"), cdata(openid), LONG_AGO, cdata(type), more);
    }

    /// The same as [#text] in an account that chose JSON. Takes texts without quotes and backslashes.
    public static String jsonText(String openid, String messageId, String text) {
        return "{\"ToUserName\":\"gh_linli\",\"FromUserName\":\"%s\",\"CreateTime\":%s,\"MsgType\":\"text\",\"MsgId\":%s,\"Content\":\"%s\"}"
                .formatted(openid, LONG_AGO, messageId, text);
    }

    public static String cdata(String text) {
        return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }

    /// The platform checks our address.
    public Call handshake(String echo) {
        return signed("GET", "").with("echostr", echo);
    }

    /// A call in plain mode.
    public Call plain(String body) {
        return signed("POST", body);
    }

    /// A call in safe mode: nothing but the encrypted message, in the format of `body`.
    public Call safe(String body) {
        String cipher = encrypt(body);
        return sealed(
                cipher,
                body.startsWith("{")
                        ? "{\"ToUserName\":\"gh_linli\",\"Encrypt\":\"%s\"}".formatted(cipher)
                        : "<xml><ToUserName>gh_linli</ToUserName><Encrypt>%s</Encrypt></xml>".formatted(cdata(cipher)));
    }

    /// A call in compatible mode: the message in plain and encrypted. XML.
    public Call compatible(String body) {
        String cipher = encrypt(body);
        return sealed(cipher, body.replace("</xml>", "<Encrypt>%s</Encrypt></xml>".formatted(cdata(cipher))));
    }

    /// Signs any encrypted text that stands in any body.
    public Call sealed(String cipher, String body) {
        Call call = signed("POST", body).with("encrypt_type", "aes");
        return call.with("msg_signature", sha1(token, call.parameter("timestamp"), call.parameter("nonce"), cipher));
    }

    public String encrypt(String text) {
        byte[] words = text.getBytes(UTF_8);
        byte[] id = appId.getBytes(UTF_8);
        byte[] prefix = new byte[16];
        ThreadLocalRandom.current().nextBytes(prefix);
        int length = 20 + words.length + id.length;
        int padding = 32 - length % 32;
        var block = ByteBuffer.allocate(length + padding);
        block.put(prefix).putInt(words.length).put(words).put(id);
        Arrays.fill(block.array(), length, length + padding, (byte) padding);
        return encrypt(block.array());
    }

    /// Encrypts a block as it is, however wrong it may be.
    public String encrypt(byte[] block) {
        return Base64.getEncoder().encodeToString(cipher(Cipher.ENCRYPT_MODE, block));
    }

    /// What an encrypted answer of ours says.
    public String decrypt(String cipher) {
        var block =
                ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(cipher)));
        return new String(block.array(), 20, block.getInt(16), UTF_8);
    }

    public static String sha1(String... parts) {
        String[] sorted = parts.clone();
        Arrays.sort(sorted);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest(String.join("", sorted).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private Call signed(String method, String body) {
        String nonce = Integer.toString(ThreadLocalRandom.current().nextInt(1_000_000_000));
        var parameters = new LinkedHashMap<String, String>();
        String now = Long.toString(Instant.now().getEpochSecond());
        parameters.put("timestamp", now);
        parameters.put("nonce", nonce);
        parameters.put("signature", sha1(token, now, nonce));
        return new Call(method, account, parameters, body);
    }

    private byte[] cipher(int mode, byte[] block) {
        byte[] key = Base64.getDecoder().decode(aesKey + "=");
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return cipher.doFinal(block);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
