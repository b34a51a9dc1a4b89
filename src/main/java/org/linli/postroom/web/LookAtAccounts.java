package org.linli.postroom.web;

import org.linli.channels.Account;
import org.linli.channels.Checkup.Result;
import org.linli.channels.Checkup.Step;
import org.linli.channels.Checkup.What;
import org.linli.ledger.Uses;
import org.linli.postroom.Accounts;
import org.linli.postroom.ExchangeLog;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Puts together what is known about an account.
@Component
class LookAtAccounts {

    private final Accounts accounts;
    private final ExchangeLog log;
    private final Uses uses;

    LookAtAccounts(Accounts accounts, ExchangeLog log, Uses uses) {
        this.accounts = accounts;
        this.log = log;
        this.uses = uses;
    }

    /// Asks no platform. Never empty.
    Mono<AccountView> health(Account account) {
        return Mono.zip(
                        accounts.checkup(account).tokenUntil(account).singleOptional(),
                        log.lastCall(account).singleOptional(),
                        log.lastHour(account),
                        uses.used(account).collectList(),
                        uses.closed(account).collectList(),
                        accounts.checkup(account).troubles(account).collectList())
                .map(it -> AccountView.of(
                        account,
                        it.getT1().orElse(null),
                        it.getT2().orElse(null),
                        it.getT3(),
                        it.getT4(),
                        it.getT5(),
                        it.getT6()));
    }

    /// What has to be done to set it up, step by step. Whether the platform has called us, nobody knows but we.
    Flux<Step> check(Account account) {
        return accounts.checkup(account)
                .check(account)
                .concatMap(step -> step.what() == What.URL ? called(account, step) : Mono.just(step));
    }

    private Mono<Step> called(Account account, Step step) {
        return log.lastCall(account)
                .map(at -> new Step(What.URL, Result.DONE, SpokenInstant.of(at)))
                .defaultIfEmpty(
                        new Step(What.URL, Result.MISSING, step.detail().isEmpty() ? address(account) : step.detail()));
    }

    static String address(Account account) {
        return "/webhooks/%s/%s".formatted(account.channel(), account.id());
    }
}
