package org.linli.channels.wechat;

import static org.linli.channels.SendFailure.Reason.CONTENT_REFUSED;
import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
import static org.linli.channels.SendFailure.Reason.QUOTA_SPENT;
import static org.linli.channels.SendFailure.Reason.RECIPIENT_GONE;
import static org.linli.channels.SendFailure.Reason.THROTTLED;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;
import static org.linli.channels.SendFailure.Reason.WINDOW_CLOSED;

import java.time.Duration;
import org.linli.channels.SendFailure;
import org.linli.channels.tencent.PlatformCode;

/// WeChat's codes, by the platform's page "全局返回码".
record WechatCode(long value) implements PlatformCode {

    /// 45065: the platform has seen this message before, so it was taken. 46003: there is no menu, which answers the
    /// question for it.
    @Override
    public boolean isSuccess() {
        return value == 0 || value == 45065 || value == 46003;
    }

    @Override
    public boolean refusesToken() {
        return value == 40001 || value == 40014 || value == 41001 || value == 42001;
    }

    @Override
    public SendFailure.Reason reason() {
        return switch ((int) value) {
            case -1, 61450, 9001002 -> UNREACHABLE;
            case 43101, 45015, 45047 -> WINDOW_CLOSED;
            case 40003, 40031, 43004, 43005, 43019, 46004, 48002, 50005, 65302 -> RECIPIENT_GONE;
            case 43117, 45011, 45066 -> THROTTLED;
            case 45009 -> QUOTA_SPENT;
            case 40001, 40013, 40014, 40125, 40164, 40243, 41001, 41002, 41004, 42001 -> MISCONFIGURED;
            case 40037, 48001, 48003, 48004, 48006, 48008, 50001, 50002, 61004, 61007, 89503 -> MISCONFIGURED;
            default -> CONTENT_REFUSED;
        };
    }

    /// 45066: the platform wants a minute before the same message comes again.
    @Override
    public SendFailure failure() {
        return value == 45066
                ? SendFailure.ofCode(reason(), value, Duration.ofSeconds(60))
                : PlatformCode.super.failure();
    }
}
