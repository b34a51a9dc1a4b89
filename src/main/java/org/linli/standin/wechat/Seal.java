package org.linli.standin.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.linli.standin.CallUs.Callback;
import org.linli.standin.Envelope;

/// Calls and answers as the platform signs and encrypts them in safe mode.
final class Seal {

    private static final Pattern ENCRYPTED =
            Pattern.compile("<Encrypt>(?:<!\\[CDATA\\[)?([A-Za-z0-9+/=]+)(?:]]>)?</Encrypt>");

    private final Keys keys;
    private final Envelope envelope;

    Seal(Keys keys) {
        this.keys = keys;
        this.envelope = new Envelope(keys.token(), keys.appId(), keys.aesKey());
    }

    /// @param plain a message in XML
    Callback close(String plain, long now) {
        String nonce = Integer.toString(ThreadLocalRandom.current().nextInt(1_000_000_000));
        String encrypted = envelope.encrypt(plain);
        String time = Long.toString(now);
        String query = "signature=%s&timestamp=%s&nonce=%s&encrypt_type=aes&msg_signature=%s"
                .formatted(envelope.signature(time, nonce), time, nonce, envelope.signature(time, nonce, encrypted));
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
        return encrypted.find() ? envelope.decrypt(encrypted.group(1)) : answer;
    }
}
