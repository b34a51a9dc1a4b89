package org.linli.administration;

import org.linli.community.ChangeSettings;
import org.linli.community.Settings;
import org.linli.community.SettingsChange;
import org.linli.community.SettingsChange.OfGroup;
import org.linli.community.StaffMember;
import org.linli.community.Talkativeness;
import org.linli.outbox.UsualWays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// How the community is set up: changed one by one, in force at once, taken back with one click.
@Controller
class SettingsPage {

    /// A group as its form shows it.
    record GroupLine(String code, String name, String manner, String hours, boolean welcome) {

        static GroupLine of(String name, OfGroup it) {
            var quiet = it.quiet();
            return new GroupLine(it.code(), name, it.manner().word(), quiet == null ? "" : quiet.text(), it.welcome());
        }
    }

    /// @param hours empty: always on duty
    record UnitLine(String id, String name, String hours) {}

    private final AsAdministrator administrator;
    private final ChangeSettings settings;
    private final UsualWays usual;

    SettingsPage(AsAdministrator administrator, ChangeSettings settings, UsualWays usual) {
        this.administrator = administrator;
        this.settings = settings;
        this.usual = usual;
    }

    @GetMapping("/desk/admin/settings")
    Mono<String> page(Model model) {
        return administrator.member().flatMap(by -> show(by, model));
    }

    @PostMapping("/desk/admin/settings")
    Mono<String> change(SettingsForm form, Model model) {
        return administrator
                .member()
                .flatMap(by -> settings.now(by.community())
                        .flatMap(seen -> form.change(seen.map(), usual)
                                .map(it -> changed(by, seen, form, it, model))
                                .orElseGet(() -> Mono.just("wrong")))
                        .doOnNext(told -> model.addAttribute("told", told))
                        .doOnNext(_ -> model.addAttribute("typed", form))
                        .flatMap(_ -> show(by, model)));
    }

    private Mono<String> changed(StaffMember by, Settings seen, SettingsForm form, SettingsChange change, Model model) {
        return settings.change(by, seen, change).map(done -> {
            if (done) {
                model.addAttribute("before", SettingsForm.before(form, seen.map(), change.version() + 1));
            }
            return done ? "changed" : "stale";
        });
    }

    private Mono<String> show(StaffMember by, Model model) {
        return settings.now(by.community()).doOnNext(it -> fill(it, model)).thenReturn("administration/settings");
    }

    private void fill(Settings it, Model model) {
        model.addAttribute("version", it.version());
        model.addAttribute("name", it.map().name());
        model.addAttribute("prefix", it.map().casePrefix());
        model.addAttribute("manners", Talkativeness.values());
        model.addAttribute(
                "ways", WayLine.all(usual.after(it.map().id(), it.map().ways())));
        model.addAttribute("ownOrder", !it.map().ways().isEmpty());
        model.addAttribute(
                "groups",
                it.map().groups().stream()
                        .map(group -> GroupLine.of(group.name(), OfGroup.of(group)))
                        .toList());
        model.addAttribute(
                "units",
                it.map().units().stream()
                        .map(unit -> new UnitLine(
                                unit.id(),
                                unit.name(),
                                unit.hours() == null ? "" : unit.hours().text()))
                        .toList());
    }
}
