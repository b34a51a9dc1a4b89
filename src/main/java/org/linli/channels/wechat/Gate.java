package org.linli.channels.wechat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.channels.WebhookRequest;

/// Lets in what WeChat sent for one account, and nothing else.
///
/// In plain mode the platform signs the time and a nonce, not the body: whoever saw one genuine address can write
/// any body behind it. An account with an AES key takes such calls too, as long as nothing in them says that they
/// are encrypted; only safe mode, chosen in the console, and a private address keep forgers out.
///
/// How old a call is does not matter: the platform publishes no limit, and a repeat is found by its id.
final class Gate {

    private final WechatAccount account;
    private final List<AesKey> keys;

    Gate(WechatAccount account) {
        this.account = account;
        this.keys = account.keys();
    }

    static Map<String, Gate> of(List<WechatAccount> accounts) {
        var gates = new HashMap<String, Gate>();
        accounts.forEach(it -> gates.put(it.id(), new Gate(it)));
        return Map.copyOf(gates);
    }

    /// The word that proves to the platform that this address is ours.
    ///
    /// @throws WebhookRejected when it did not ask
    String handshake(WebhookRequest request) {
        requirePlainSignature(request);
        String echo = request.query().get("echostr");
        if (echo == null) {
            throw Rejections.unreadable("a check without echostr");
        }
        return echo;
    }

    /// @throws WebhookRejected when the call is not genuine or not readable
    Call open(WebhookRequest request) {
        return saysEncrypted(request) && !keys.isEmpty()
                ? openSealed(request, Body.read(request.body()))
                : openPlain(request);
    }

    private Call openPlain(WebhookRequest request) {
        requirePlainSignature(request);
        Body body = Body.read(request.body());
        if (!body.encrypted().isEmpty() && !keys.isEmpty()) {
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
        String nonce = parameter(request, "nonce");
        String claimed = request.query().get("msg_signature");
        if (!Signature.matches(claimed, account.token(), parameter(request, "timestamp"), nonce, encrypted)) {
            throw Rejections.notGenuine("wrong or missing msg_signature");
        }
        return decrypted(encrypted, nonce);
    }

    private Call decrypted(String encrypted, String nonce) {
        String why = "";
        for (AesKey key : keys) {
            try {
                Body inside = Body.read(key.open(encrypted, account.appId()));
                return new Call(account, inside.content(), inside.json(), key, nonce);
            } catch (AesKey.NotForUs notWithThisKey) {
                why = notWithThisKey.getMessage();
            }
        }
        throw Rejections.unreadable("not decryptable: " + why);
    }

    private void requirePlainSignature(WebhookRequest request) {
        String claimed = request.query().get("signature");
        if (!Signature.matches(
                claimed, account.token(), parameter(request, "timestamp"), parameter(request, "nonce"))) {
            throw Rejections.notGenuine("wrong or missing signature");
        }
    }

    private static boolean saysEncrypted(WebhookRequest request) {
        return parameter(request, "encrypt_type").equals("aes")
                || request.query().containsKey("msg_signature");
    }

    private static String parameter(WebhookRequest request, String name) {
        return request.query().getOrDefault(name, "");
    }
}
