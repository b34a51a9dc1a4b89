package org.linli.channels;

import java.util.Map;

/// A webhook call as it arrived, nothing parsed yet: signatures are made over the untouched body.
///
/// @param account which of our accounts, as the address of the call names it
public record WebhookRequest(String method, String account, Map<String, String> query, String body) {

    @Override
    public String toString() {
        return "WebhookRequest[" + method + " " + account + ", " + body.length() + " characters]";
    }
}
