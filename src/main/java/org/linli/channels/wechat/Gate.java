package org.linli.channels.wechat;

import org.linli.channels.WebhookRequest;
import org.linli.channels.tencent.Body;
import org.linli.channels.tencent.Rejections;
import org.linli.channels.tencent.Seal;

/// Lets in what WeChat sent for one account, and nothing else.
///
/// In plain mode the platform signs the time and a nonce, not the body: whoever saw one genuine address can write
/// any body behind it. An account with an AES key takes such calls too, as long as nothing in them says that they
/// are encrypted; only safe mode, chosen in the console, and a private address keep forgers out.
///
/// How old a call is, [Freshness] looks at; a repeat is found by its id.
final class Gate {

    private final WechatAccount account;
    private final Seal seal;

    Gate(WechatAccount account) {
        this.account = account;
        this.seal = account.seal();
    }

    /// The word that proves to the platform that this address is ours.
    ///
    /// @throws WebhookRejected when it did not ask
    String handshake(WebhookRequest request) {
        seal.requirePlainSignature(request);
        String echo = request.query().get("echostr");
        if (echo == null) {
            throw Rejections.unreadable("a check without echostr");
        }
        return echo;
    }

    /// @throws WebhookRejected when the call is not genuine or not readable
    Call open(WebhookRequest request) {
        return saysEncrypted(request) && seal.hasKeys()
                ? openSealed(request, Body.read(request.body()))
                : openPlain(request);
    }

    private Call openPlain(WebhookRequest request) {
        seal.requirePlainSignature(request);
        Body body = Body.read(request.body());
        if (!body.encrypted().isEmpty() && seal.hasKeys()) {
            return openSealed(request, body);
        }
        if (body.isOnlyEncrypted()) {
            throw Rejections.unreadable("encrypted, but the account has no encoding-aes-key");
        }
        return new Call(account, body.content(), body.json(), null, parameter(request, "nonce"));
    }

    private Call openSealed(WebhookRequest request, Body body) {
        String encrypted = body.encrypted();
        if (encrypted.isEmpty()) {
            throw Rejections.unreadable("said to be encrypted, but it is not");
        }
        Seal.Opened opened = seal.open(request, encrypted);
        Body inside = Body.read(opened.text());
        return new Call(account, inside.content(), inside.json(), opened.key(), parameter(request, "nonce"));
    }

    private static boolean saysEncrypted(WebhookRequest request) {
        return parameter(request, "encrypt_type").equals("aes")
                || request.query().containsKey("msg_signature");
    }

    private static String parameter(WebhookRequest request, String name) {
        return request.query().getOrDefault(name, "");
    }
}
