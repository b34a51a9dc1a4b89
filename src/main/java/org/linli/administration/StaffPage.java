package org.linli.administration;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.community.Communities;
import org.linli.community.Elsewhere;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.community.personnel.ChangeStaff;
import org.linli.community.personnel.Outcome;
import org.linli.community.personnel.Personnel;
import org.linli.community.personnel.Post;
import org.linli.web.elsewhere.SignInElsewhere;
import org.linli.web.passwords.Passwords;
import org.linli.web.passwords.ReadablePassword;
import org.linli.web.sessions.StaffSessions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Who works here: taken on, moved, suspended and brought back one by one. Passwords are made here, shown once, and
/// have to be changed at the first sign-in.
@Controller
class StaffPage {

    private static final Pattern SIGN_IN_NAME = Pattern.compile("[a-z][a-z0-9-]{1,31}");
    private static final int LONGEST = 60;

    /// What the forms hand in.
    record Form(
            @Nullable String id,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String unit,
            @Nullable Role role) {

        boolean isReadable() {
            String called = said(name);
            return SIGN_IN_NAME.matcher(said(id)).matches()
                    && !called.isEmpty()
                    && called.length() <= LONGEST
                    && said(phone).length() <= LONGEST;
        }

        static String said(@Nullable String field) {
            return field == null ? "" : field.strip();
        }

        Post post() {
            if (role == null || unit == null) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
            return new Post(unit, role);
        }
    }

    /// Under which name somebody may sign in elsewhere.
    record Bound(Elsewhere where, @Nullable String subject) {

        private static final int LONGEST_SUBJECT = 255;

        String said() {
            return Form.said(subject);
        }

        boolean isReadable() {
            return said().length() <= LONGEST_SUBJECT && said().chars().noneMatch(Character::isISOControl);
        }

        String told(Outcome outcome) {
            return switch (outcome) {
                case DONE -> said().isEmpty() ? "unbound" : "bound";
                case TAKEN -> "elsewhere-taken";
                default -> word(outcome);
            };
        }
    }

    private final AsAdministrator administrator;
    private final Communities communities;
    private final Personnel personnel;
    private final ChangeStaff change;
    private final Passwords hashing;
    private final StaffSessions sessions;
    private final SignInElsewhere elsewhere;

    StaffPage(
            AsAdministrator administrator,
            Communities communities,
            Personnel personnel,
            ChangeStaff change,
            Passwords hashing,
            StaffSessions sessions,
            SignInElsewhere elsewhere) {
        this.administrator = administrator;
        this.communities = communities;
        this.personnel = personnel;
        this.change = change;
        this.hashing = hashing;
        this.sessions = sessions;
        this.elsewhere = elsewhere;
    }

    @GetMapping("/desk/admin/staff")
    Mono<String> page(Model model) {
        return administrator.member().flatMap(by -> show(by, model));
    }

    @PostMapping("/desk/admin/staff")
    Mono<String> add(Form form, Model model) {
        return administrator.member().flatMap(by -> form.isReadable() ? add(by, form, model) : told("name", by, model));
    }

    private Mono<String> add(StaffMember by, Form form, Model model) {
        String id = Form.said(form.id());
        String phone = Form.said(form.phone());
        return change.add(by, id, Form.said(form.name()), form.post(), phone.isEmpty() ? null : phone)
                .flatMap(it -> it == Outcome.DONE ? password(by, id, "added", model) : told(word(it), by, model));
    }

    @PostMapping("/desk/admin/staff/{id}/move")
    Mono<String> move(@PathVariable String id, Form form, Model model) {
        return over(id).flatMap(by -> personnel
                .one(by.community(), id)
                .doOnNext(before -> model.addAttribute("before", before))
                .then(Mono.defer(() -> change.move(by, id, form.post())))
                .flatMap(it -> told(it == Outcome.DONE ? "moved" : word(it), by, model)));
    }

    @PostMapping("/desk/admin/staff/{id}/suspend")
    Mono<String> suspend(@PathVariable String id, Model model) {
        return over(id).flatMap(by -> change.suspend(by, id)
                .delayUntil(it -> it == Outcome.DONE ? sessions.endAll(by.community(), id) : Mono.empty())
                .doOnNext(_ -> model.addAttribute("whose", id))
                .flatMap(it -> told(it == Outcome.DONE ? "suspended" : word(it), by, model)));
    }

    @PostMapping("/desk/admin/staff/{id}/bring-back")
    Mono<String> bringBack(@PathVariable String id, Model model) {
        return over(id).flatMap(by ->
                change.bringBack(by, id).flatMap(it -> told(it == Outcome.DONE ? "back" : word(it), by, model)));
    }

    /// Shows the password, for the only time.
    @PostMapping("/desk/admin/staff/{id}/password")
    Mono<String> password(@PathVariable String id, Model model) {
        return over(id).flatMap(by -> password(by, id, "password", model));
    }

    /// Whoever was signed in by the name that it was before is signed out.
    @PostMapping("/desk/admin/staff/{id}/elsewhere")
    Mono<String> elsewhere(@PathVariable String id, Bound form, Model model) {
        return over(id).flatMap(
                        by -> form.isReadable() ? bind(by, id, form, model) : told("elsewhere-name", by, model));
    }

    private Mono<String> bind(StaffMember by, String id, Bound form, Model model) {
        return personnel
                .one(by.community(), id)
                .map(before ->
                        !before.elsewhere().getOrDefault(form.where(), "").isEmpty())
                .defaultIfEmpty(false)
                .flatMap(was -> change.bind(by, id, form.where(), form.said())
                        .delayUntil(
                                it -> was && it == Outcome.DONE ? sessions.endAll(by.community(), id) : Mono.empty()))
                .flatMap(it -> told(form.told(it), by, model));
    }

    private Mono<String> password(StaffMember by, String id, String told, Model model) {
        return Mono.fromCallable(ReadablePassword::next)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(fresh -> hashing.hash(fresh)
                        .flatMap(hash -> change.givePassword(by, id, hash))
                        .filter(it -> it == Outcome.DONE)
                        .delayUntil(_ -> sessions.endAll(by.community(), id))
                        .doOnNext(_ -> model.addAttribute("newPassword", fresh))
                        .doOnNext(_ -> model.addAttribute("whose", id))
                        .map(_ -> told))
                .defaultIfEmpty(word(Outcome.UNKNOWN))
                .flatMap(it -> told(it, by, model));
    }

    private Mono<StaffMember> over(String id) {
        return administrator.member(by -> personnel.one(by.community(), id).hasElement());
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Mono<String> told(String word, StaffMember by, Model model) {
        model.addAttribute("told", word);
        return show(by, model);
    }

    private Mono<String> show(StaffMember by, Model model) {
        return Mono.zip(personnel.all(by.community()).collectList(), communities.map(by.community()))
                .doOnNext(found -> {
                    model.addAttribute("staff", found.getT1());
                    model.addAttribute("units", found.getT2().units());
                    model.addAttribute("roles", Role.values());
                    model.addAttribute("self", by.id());
                    model.addAttribute("places", elsewhere.places());
                })
                .thenReturn("administration/staff");
    }
}
