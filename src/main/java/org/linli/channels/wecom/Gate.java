package org.linli.channels.wecom;

import org.linli.channels.WebhookRequest;
import org.linli.channels.tencent.AesKey;
import org.linli.channels.tencent.Body;
import org.linli.channels.tencent.Field;
import org.linli.channels.tencent.OfNow;
import org.linli.channels.tencent.Rejections;
import org.linli.channels.tencent.Seal;

/// Lets in what WeCom sent for one of ours, and nothing else. Everything is encrypted here, the check of the address
/// too.
///
/// A repeat within moments is found by its id; one that comes much later is turned away.
public final class Gate {

    private final Seal seal;
    private final OfNow ofNow;

    public Gate(Seal seal, OfNow ofNow) {
        this.seal = seal;
        this.ofNow = ofNow;
    }

    /// What a genuine call says.
    ///
    /// @param key   with which its answer is closed
    /// @param nonce echoed in the answer
    public record Opened(Field message, AesKey key, String nonce) {}

    /// The word that proves to the platform that this address is ours, decrypted.
    ///
    /// @throws WebhookRejected when it did not ask
    public String handshake(WebhookRequest request) {
        String echo = request.query().get("echostr");
        if (echo == null) {
            throw Rejections.unreadable("a check without echostr");
        }
        // base64 knows "+" and no space; who reads addresses as forms are read turns the one into the other
        return seal.open(request, echo.replace(' ', '+')).text();
    }

    /// @throws WebhookRejected when the call is not genuine or not readable
    public Opened open(WebhookRequest request) {
        String encrypted = Body.read(request.body()).encrypted();
        if (encrypted.isEmpty()) {
            throw Rejections.unreadable("nothing in it is encrypted");
        }
        Seal.Opened opened = seal.open(request, encrypted);
        ofNow.require(request);
        Field message = Body.read(opened.text()).content();
        return new Opened(message, opened.key(), request.query().getOrDefault("nonce", ""));
    }
}
