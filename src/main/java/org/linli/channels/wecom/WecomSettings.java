package org.linli.channels.wecom;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.linli.channels.tencent.OfNow;
import org.linli.channels.tencent.Require;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param corps     ours; without any, every call is for an unknown account
/// @param patience  how long the platform may take to answer a call of ours
/// @param hosts     besides the corporations' own `api-base`, where letters of AI bots may be posted: the address comes
///                  with a message, and nobody may make us call another
/// @param fileHosts where files sent to AI bots may be fetched from; with a dot before it, any host that ends so
/// @param signature under which name the reply of an AI bot carries its signature: the platform's page says
///                  `msgsignature`, some of its samples say `msg_signature`
/// @param window    how far the time that a call was signed at may be from ours, in either direction; zero: anything
///                  goes
@ConfigurationProperties("linli.channels.wecom")
public record WecomSettings(
        @DefaultValue List<Corp> corps,
        @DefaultValue("4s") Duration patience,
        @DefaultValue("qyapi.weixin.qq.com") List<String> hosts,
        @DefaultValue(".myqcloud.com") List<String> fileHosts,
        @DefaultValue("msgsignature") String signature,
        @DefaultValue("10m") Duration window) {

    public WecomSettings {
        corps = List.copyOf(corps);
        hosts = List.copyOf(hosts);
        fileHosts = List.copyOf(fileHosts);
        Require.text(signature, "signature", "msg_?signature", "msgsignature or msg_signature");
        different(corps, "", corp -> Stream.of(corp.id()));
        different(corps, "[].apps", corp -> corp.apps().stream().map(Corp.App::id));
        different(corps, "[].bots", corp -> corp.bots().stream().map(Corp.Bot::id));
        different(corps, "[].robots", corp -> corp.robots().stream().map(Corp.Robot::id));
    }

    /// What calls of now are, by this clock.
    public OfNow ofNow(Clock clock) {
        return new OfNow(window, clock);
    }

    // an address names an account by its id alone, so it is one among all corporations
    private static void different(Collection<Corp> corps, String of, Function<Corp, Stream<String>> ids) {
        Require.differentIds(corps.stream().flatMap(ids).toList(), "linli.channels.wecom.corps" + of);
    }
}
