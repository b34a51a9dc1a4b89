package org.linli.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Account;
import org.linli.channels.Allowance;
import org.linli.channels.Checkup;
import org.linli.channels.Exchange;
import org.linli.ledger.Uses;
import org.linli.postroom.Accounts;
import org.linli.postroom.ExchangeLog;
import org.linli.postroom.LookAtWays;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How an account of ours is, as programs see it. Asks no platform.
@Component
class ReadChannel {

    private final Accounts accounts;
    private final ExchangeLog log;
    private final LookAtWays ways;

    ReadChannel(Accounts accounts, ExchangeLog log, LookAtWays ways) {
        this.accounts = accounts;
        this.log = log;
        this.ways = ways;
    }

    /// Never empty.
    Mono<Map<String, @Nullable Object>> brief(Account it) {
        var checkup = accounts.checkup(it);
        return Mono.zip(
                        checkup.tokenUntil(it).singleOptional(),
                        checkup.troubles(it).map(ReadChannel::json).collectList())
                .map(found -> {
                    var json = new LinkedHashMap<String, @Nullable Object>();
                    json.put("channel", it.channel().value());
                    json.put("id", it.id());
                    json.put("token_until", time(found.getT1()));
                    json.put("troubles", found.getT2());
                    return json;
                });
    }

    /// With when the platform called last, how many calls failed, and what may still be sent by which way. Never empty.
    Mono<Map<String, @Nullable Object>> whole(Account it) {
        return Mono.zip(brief(it), log.lastCall(it).singleOptional(), log.lastHour(it), ways.of(it))
                .map(found -> {
                    var json = found.getT1();
                    json.put("called_at", time(found.getT2()));
                    json.put("calls", found.getT3().calls());
                    json.put("failures", found.getT3().failures());
                    json.put(
                            "ways",
                            found.getT4().stream().map(ReadChannel::json).toList());
                    return json;
                });
    }

    /// What passed, the newest first, as much as is kept.
    Flux<Map<String, Object>> exchanges(Account it) {
        return log.newest(it).map(ReadChannel::json);
    }

    static Map<String, Object> json(Checkup.Step it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("step", Words.of(it.what()));
        json.put("result", Words.of(it.result()));
        json.put("detail", it.detail());
        return json;
    }

    private static Map<String, @Nullable Object> json(LookAtWays.Standing it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        var closed = it.closedUntil();
        json.put("way", it.way());
        json.put("closed_until", closed == null ? null : closed.toString());
        json.put("quotas", it.quotas().stream().map(ReadChannel::json).toList());
        json.put("paces", it.paces().stream().map(ReadChannel::json).distinct().toList());
        return json;
    }

    private static Map<String, Object> json(Uses.Left it) {
        return Map.of(
                "most",
                it.quota().most(),
                "left",
                it.left(),
                "until",
                it.until().toString());
    }

    private static Map<String, Object> json(Allowance.Rate it) {
        return Map.of("most", it.most(), "seconds", it.per().toSeconds());
    }

    private static Map<String, Object> json(Exchange it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("at", it.at().toString());
        json.put("direction", Words.of(it.direction()));
        json.put("what", it.what());
        json.put("code", it.code());
        json.put("good", it.good());
        json.put("millis", it.took().toMillis());
        return json;
    }

    private static @Nullable String time(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }
}
