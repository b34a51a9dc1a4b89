package org.linli.channels.wecom.app;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.channels.ScanPlatform;
import org.linli.channels.SendFailure;
import org.linli.channels.SignInRefused;
import org.linli.channels.SignInRefused.Reason;
import org.linli.channels.tencent.PlatformAnswer;
import org.linli.channels.wecom.WecomApi;
import org.linli.channels.wecom.WecomSettings;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Staff sign in by scanning a code with WeCom, in the name of one of our apps. By the platform's pages "企业微信Web登录"
/// and "获取用户登录身份".
@Component
class ScanForApp implements ScanPlatform {

    private final ScanSettings settings;
    private final @Nullable WecomApp app;
    private final WecomApi api;

    ScanForApp(ScanSettings settings, WecomSettings wecom, WecomApi api) {
        this.settings = settings;
        this.app = WecomApp.all(wecom).get(settings.app());
        this.api = api;
        if (app == null && !settings.app().isEmpty()) {
            throw new IllegalArgumentException(
                    "linli.channels.wecom-scan.app: '%s' is no app of ours (expected: the id of one of linli.channels.wecom.corps[].apps)"
                            .formatted(settings.app()));
        }
    }

    @Override
    public Optional<Page> page() {
        return Optional.ofNullable(app)
                .map(it -> new Page(
                        settings.page(),
                        it.corp().corpId(),
                        Long.toString(it.settings().agentId())));
    }

    @Override
    public Mono<Member> who(String code) {
        return Mono.justOrEmpty(app)
                .switchIfEmpty(Mono.error(() -> new SignInRefused(Reason.MISCONFIGURED, "no app is set up for it")))
                .flatMap(it -> api.get(it.caller(), "/cgi-bin/auth/getuserinfo", Map.of("code", code))
                        .onErrorMap(SendFailure.class, ScanForApp::refused)
                        .map(answer -> member(it, answer)));
    }

    /// Whoever does not belong to the corporation has an `openid` instead.
    private static Member member(WecomApp app, PlatformAnswer answer) {
        String id = answer.textOf("userid");
        if (id.isEmpty()) {
            throw new SignInRefused(Reason.WRONG, "no member of the corporation");
        }
        return new Member(app.corp().communityId(), id);
    }

    private static SignInRefused refused(SendFailure failure) {
        var reason = switch (failure.reason()) {
            case CONTENT_REFUSED, RECIPIENT_GONE, WINDOW_CLOSED -> Reason.WRONG;
            case MISCONFIGURED -> Reason.MISCONFIGURED;
            default -> Reason.AWAY;
        };
        return new SignInRefused(reason, failure.reason().name());
    }
}
