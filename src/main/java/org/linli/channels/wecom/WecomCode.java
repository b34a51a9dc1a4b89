package org.linli.channels.wecom;

import static org.linli.channels.SendFailure.Reason.CONTENT_REFUSED;
import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
import static org.linli.channels.SendFailure.Reason.RECIPIENT_GONE;
import static org.linli.channels.SendFailure.Reason.THROTTLED;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;
import static org.linli.channels.SendFailure.Reason.WINDOW_CLOSED;

import java.time.Duration;
import org.linli.channels.SendFailure;
import org.linli.channels.tencent.PlatformCode;

/// WeCom's codes, by the platform's page "全局错误码".
public record WecomCode(long value) implements PlatformCode {

    @Override
    public boolean isSuccess() {
        return value == 0;
    }

    // 40001 is a wrong secret here, for which another token is no remedy
    @Override
    public boolean refusesToken() {
        return value == 40014 || value == 41001 || value == 42001;
    }

    @Override
    public SendFailure.Reason reason() {
        if (value == -1) {
            return UNREACHABLE;
        }
        return switch (Math.clamp(value, 0, Integer.MAX_VALUE)) {
            // too often, too many at once, a task that is still being sent
            case 45009, 45011, 45033, 41063 -> THROTTLED;
            // no such member, nobody visible, no such chat, no customer of ours
            case 40003, 40031, 60111, 81013, 84061, 86001, 86003, 41048 -> RECIPIENT_GONE;
            // customer service (微信客服): five said, talk ended or not ours, two days over
            case 95001, 95013, 95016, 95018 -> WINDOW_CLOSED;
            // secret, corporation, token
            case 40001, 40013, 40014, 40056, 41001, 41002, 41004, 42001 -> MISCONFIGURED;
            // what the app may do, whom it may see, from where it may call
            case 48002, 48004, 50002, 50003, 60011, 60020, 301002, 86008, 95000 -> MISCONFIGURED;
            // group robot: removed, switched off, not in the group
            case 93000, 93004, 93008 -> MISCONFIGURED;
            default -> CONTENT_REFUSED;
        };
    }

    /// 45009: blocked for a minute, an hour or a day, whichever limit was hit; asked again after the shortest.
    @Override
    public SendFailure failure() {
        return value == 45009
                ? SendFailure.ofCode(reason(), value, Duration.ofMinutes(1))
                : PlatformCode.super.failure();
    }
}
