package org.linli.standin;

import static org.linli.standin.wecom.XmlCalls.element;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.linli.standin.contact.ContactStandIn;
import org.linli.standin.kf.KfStandIn;
import org.linli.standin.wechat.Keys;
import org.linli.standin.wechat.WechatStandIn;
import org.linli.standin.wechat.WechatWorld;
import org.linli.standin.wecom.WecomStandIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Puts the platforms together that [ChooseStandIns] chose.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("linli.stand-ins")
class PlayPlatforms {

    // 5 s and three times: the platform's page "接收普通消息"
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TRIES = 3;

    @Bean
    Exchanges exchanges(Clock clock) {
        return new Exchanges(clock);
    }

    @Bean
    StandIns standIns(List<StandIn> platforms, Exchanges exchanges, Environment environment) {
        return new StandIns(platforms, exchanges, environment);
    }

    @Bean
    @ConditionalOnProperty("linli.stand-in.wechat.port")
    StandIn wechatStandIn(Environment environment, Exchanges exchanges, Clock clock) {
        String account = "linli.channels.wechat.accounts[0].";
        var keys = new Keys(
                environment.getRequiredProperty(account + "id"),
                environment.getRequiredProperty(account + "app-id"),
                environment.getRequiredProperty(account + "secret"),
                environment.getRequiredProperty(account + "token"),
                environment.getRequiredProperty(account + "encoding-aes-key"));
        var us = new CallUs("wechat", () -> ourselves(environment), exchanges, PATIENCE, TRIES);
        return new WechatStandIn(keys, WechatWorld.ofTheDemo(), us, clock);
    }

    @Bean
    @ConditionalOnProperty("linli.stand-in.wecom.port")
    StandIn wecomStandIn(Environment environment, Exchanges exchanges, Clock clock) {
        var us = new CallUs("wecom", () -> ourselves(environment), exchanges, PATIENCE, TRIES);
        var here = URI.create("http://127.0.0.1:" + environment.getRequiredProperty("linli.stand-in.wecom.port"));
        return new WecomStandIn(WecomKeys.of(environment), WecomKeys.people("wecom.yaml"), us, () -> here, clock);
    }

    @Bean
    @ConditionalOnProperty("linli.stand-in.wecom-kf.port")
    StandIn kfStandIn(Environment environment, Exchanges exchanges, Clock clock) {
        var account = new WecomAccount(environment, "linli.channels.wecom-kf.accounts[0].", 1);
        var us = new CallUs("wecom-kf", () -> ourselves(environment), exchanges, PATIENCE, TRIES);
        var calls = account.calls("/webhooks/wecom-kf/", clock);
        String desk = account.text("open-kf-id");
        return new KfStandIn(
                desk,
                WecomKeys.people("wecom-kf.yaml"),
                account.tokens(clock),
                token -> us.with(calls.of(element("MsgType", "event")
                        + element("Event", "kf_msg_or_event")
                        + element("Token", token)
                        + element("OpenKfId", desk))),
                clock);
    }

    @Bean
    @ConditionalOnProperty("linli.stand-in.wecom-contact.port")
    StandIn contactStandIn(Environment environment, Exchanges exchanges, Clock clock) {
        var account = new WecomAccount(environment, "linli.channels.wecom-contact.accounts[0].", 2);
        var us = new CallUs("wecom-contact", () -> ourselves(environment), exchanges, PATIENCE, TRIES);
        var people = new LinkedHashMap<>(WecomKeys.people("wecom-contact.yaml"));
        String chat = Objects.requireNonNullElse(people.remove("group"), "");
        return new ContactStandIn(
                chat, people, account.tokens(clock), account.calls("/webhooks/wecom-contact/", clock), us);
    }

    private static URI ourselves(Environment environment) {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }
}
