package org.linli.channels.wechat;

import static org.linli.channels.WebhookRejected.Reason.NOT_GENUINE;
import static org.linli.channels.WebhookRejected.Reason.UNKNOWN_ACCOUNT;
import static org.linli.channels.WebhookRejected.Reason.UNREADABLE;

import org.linli.channels.WebhookRejected;

/// Why a call is turned away. Details name no part of the body.
final class Rejections {

    private Rejections() {}

    static WebhookRejected unknownAccount() {
        return new WebhookRejected(UNKNOWN_ACCOUNT, "no WeChat account of that name");
    }

    static WebhookRejected notGenuine(String detail) {
        return new WebhookRejected(NOT_GENUINE, detail);
    }

    static WebhookRejected unreadable(String detail) {
        return new WebhookRejected(UNREADABLE, detail);
    }
}
