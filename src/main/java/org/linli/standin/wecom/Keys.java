package org.linli.standin.wecom;

import org.linli.standin.Envelope;

/// What a corporation and the platform agree on.
///
/// @param app   our name for the app, part of the webhook's address; `bot` likewise
/// @param robot the key of the robot's webhook
public record Keys(
        String corpId,
        String app,
        long agentId,
        String secret,
        Envelope ofApp,
        String bot,
        Envelope ofBot,
        String robot) {

    @Override
    public String toString() {
        return "Keys[" + app + ", " + bot + "]";
    }
}
