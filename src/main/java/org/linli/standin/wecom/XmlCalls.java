package org.linli.standin.wecom;

import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.linli.standin.CallUs.Callback;
import org.linli.standin.Envelope;

/// Closes calls as WeCom does: XML, encrypted and signed.
public final class XmlCalls {

    private static final Pattern ENCRYPTED = Pattern.compile("<Encrypt><!\\[CDATA\\[([A-Za-z0-9+/=]+)]]></Encrypt>");

    private final String address;
    private final String corpId;
    private final Envelope envelope;
    private final Clock clock;

    /// @param address of our program's webhook, without a query
    public XmlCalls(String address, String corpId, Envelope envelope, Clock clock) {
        this.address = address;
        this.corpId = corpId;
        this.envelope = envelope;
        this.clock = clock;
    }

    /// @param fields further elements; to whom and when is added
    public Callback of(String fields) {
        String time = Long.toString(clock.instant().getEpochSecond());
        String plain =
                "<xml>" + element("ToUserName", corpId) + "<CreateTime>" + time + "</CreateTime>" + fields + "</xml>";
        String encrypted = envelope.encrypt(plain);
        String nonce = UUID.randomUUID().toString().substring(0, 10);
        String path = "%s?msg_signature=%s&timestamp=%s&nonce=%s"
                .formatted(address, envelope.signature(time, nonce, encrypted), time, nonce);
        String body = "<xml>" + element("ToUserName", corpId) + element("Encrypt", encrypted) + "</xml>";
        return new Callback(path, "text/xml", body, plain, this::open);
    }

    private String open(String answer) {
        var encrypted = ENCRYPTED.matcher(answer);
        return encrypted.find() ? envelope.decrypt(encrypted.group(1)) : answer;
    }

    public static String element(String name, String text) {
        return "<" + name + "><![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]></" + name + ">";
    }
}
