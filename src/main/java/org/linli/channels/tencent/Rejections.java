package org.linli.channels.tencent;

import static org.linli.channels.WebhookRejected.Reason.NOT_GENUINE;
import static org.linli.channels.WebhookRejected.Reason.UNKNOWN_ACCOUNT;
import static org.linli.channels.WebhookRejected.Reason.UNREADABLE;

import org.linli.channels.WebhookRejected;

/// Why a call is turned away. Details name no part of the body.
public final class Rejections {

    private Rejections() {}

    public static WebhookRejected unknownAccount() {
        return new WebhookRejected(UNKNOWN_ACCOUNT, "no account of that name");
    }

    public static WebhookRejected notGenuine(String detail) {
        return new WebhookRejected(NOT_GENUINE, detail);
    }

    public static WebhookRejected unreadable(String detail) {
        return new WebhookRejected(UNREADABLE, detail);
    }
}
