package org.linli.administration;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.keys.ApiKeys;
import org.linli.keys.ApiKeys.Wanted;
import org.linli.keys.Scope;
import org.linli.platform.words.SaidTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// The keys of programs: made with scopes and an end, shown once, listed with their last use, revoked.
@Controller
class KeysPage {

    private static final int LONGEST = 60;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// What the form hands in.
    ///
    /// @param until the last day, like `2027-01-31`; blank: for ever
    record Form(
            @Nullable String name,
            @Nullable List<Scope> scopes,
            @Nullable String unit,
            @Nullable String until) {}

    private final AsAdministrator administrator;
    private final Communities communities;
    private final ApiKeys keys;
    private final Clock clock;

    KeysPage(AsAdministrator administrator, Communities communities, ApiKeys keys, Clock clock) {
        this.administrator = administrator;
        this.communities = communities;
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping("/desk/admin/keys")
    Mono<String> page(Model model) {
        return administrator.member().flatMap(by -> show(by, model));
    }

    /// Shows the key, for the only time.
    @PostMapping("/desk/admin/keys")
    Mono<String> make(Form form, Model model) {
        return administrator
                .member()
                .flatMap(by -> communities
                        .map(by.community())
                        .flatMap(map -> Mono.justOrEmpty(wanted(form)
                                .filter(it ->
                                        it.unit() == null || map.unit(it.unit()).isPresent())))
                        .flatMap(wanted -> keys.make(by, wanted))
                        .doOnNext(key -> model.addAttribute("newKey", key))
                        .map(_ -> "made")
                        .defaultIfEmpty("wrong")
                        .doOnNext(told -> model.addAttribute("told", told))
                        .flatMap(_ -> show(by, model)));
    }

    @PostMapping("/desk/admin/keys/{id}/revoke")
    Mono<String> revoke(@PathVariable String id, Model model) {
        return administrator
                .member(by -> keys.all(by.community()).any(it -> it.id().equals(id)))
                .flatMap(by -> keys.revoke(by, id)
                        .doOnNext(was -> model.addAttribute("told", was ? "revoked" : "unknown"))
                        .flatMap(_ -> show(by, model)));
    }

    /// Empty for a form that is not filled in.
    private Optional<Wanted> wanted(Form form) {
        String name = said(form.name());
        var scopes = Stream.ofNullable(form.scopes())
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        String until = said(form.until());
        String unit = said(form.unit());
        if (name.isEmpty() || name.length() > LONGEST || scopes.isEmpty()) {
            return Optional.empty();
        }
        try {
            var end = until.isEmpty()
                    ? null
                    : SaidTime.day(until).plusDays(1).atStartOfDay(ZONE).toInstant();
            return end != null && !end.isAfter(clock.instant())
                    ? Optional.empty()
                    : Optional.of(new Wanted(name, scopes, unit.isEmpty() ? null : unit, end));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static String said(@Nullable String field) {
        return field == null ? "" : field.strip();
    }

    private Mono<String> show(StaffMember by, Model model) {
        return Mono.zip(keys.all(by.community()).collectList(), communities.map(by.community()))
                .doOnNext(found -> {
                    var now = clock.instant();
                    model.addAttribute(
                            "keys",
                            found.getT1().stream()
                                    .map(it -> KeyLine.of(it, now))
                                    .toList());
                    model.addAttribute("units", found.getT2().units());
                    model.addAttribute("scopes", Scope.values());
                })
                .thenReturn("administration/keys");
    }
}
