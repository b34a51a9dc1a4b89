package org.linli.channels.wecom.app;

import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;

import java.time.Duration;
import java.util.Map;
import org.linli.channels.Address;
import org.linli.channels.SendFailure;
import org.linli.channels.Withdraws;
import org.linli.channels.wecom.WecomApi;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Takes back what an app sent to its members. By the platform's page "撤回应用消息": within 24 hours.
@Component
class WithdrawFromApp implements Withdraws {

    private static final Duration DAY = Duration.ofHours(24);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Apps apps;
    private final WecomApi api;

    WithdrawFromApp(Apps apps, WecomApi api) {
        this.apps = apps;
        this.api = api;
    }

    @Override
    public String way() {
        return "wecom.app";
    }

    @Override
    public Duration within() {
        return DAY;
    }

    @Override
    public Mono<Void> withdraw(Address to, String receipt) {
        var app = apps.get(to.account());
        return app == null
                ? Mono.error(() -> new SendFailure(MISCONFIGURED, "no such app"))
                : api.post(app.caller(), "/cgi-bin/message/recall", JSON.writeValueAsString(Map.of("msgid", receipt)))
                        .then();
    }
}
