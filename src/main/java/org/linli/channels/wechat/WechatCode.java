package org.linli.channels.wechat;

import static org.linli.channels.SendFailure.Reason.CONTENT_REFUSED;
import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
import static org.linli.channels.SendFailure.Reason.RECIPIENT_GONE;
import static org.linli.channels.SendFailure.Reason.THROTTLED;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;
import static org.linli.channels.SendFailure.Reason.WINDOW_CLOSED;

import org.linli.channels.SendFailure;
import org.linli.channels.tencent.PlatformCode;

/// WeChat's codes, by the platform's page "全局返回码".
record WechatCode(long value) implements PlatformCode {

    /// 45065: the platform has seen this message before, so it was taken.
    @Override
    public boolean isSuccess() {
        return value == 0 || value == 45065;
    }

    @Override
    public boolean refusesToken() {
        return value == 40001 || value == 40014 || value == 41001 || value == 42001;
    }

    @Override
    public SendFailure.Reason reason() {
        if (value == -1) {
            return UNREACHABLE;
        }
        return switch ((int) value) {
            case 43101, 45015, 45047 -> WINDOW_CLOSED;
            case 40003, 43004, 43005, 43019, 46004, 48002, 50005 -> RECIPIENT_GONE;
            case 43117, 45009, 45011, 45066 -> THROTTLED;
            case 40001, 40013, 40014, 40125, 40164, 40243, 41001, 41002, 41004, 42001 -> MISCONFIGURED;
            case 48001, 48003, 48004, 48006, 48008, 50001, 50002, 61004, 61007, 89503 -> MISCONFIGURED;
            default -> CONTENT_REFUSED;
        };
    }
}
