package org.linli.cases;

import java.time.Instant;
import java.util.List;
import org.linli.cases.Outcome.Refused;

/// What each [Act] does to a case under its workflow. Pure: a case, an act, a person and a time give a new case, a step
/// and news.
public record Moves(Workflow workflow, Case from, Who who, Instant now) {

    public Outcome make(Act act) {
        return workflow.refuses(act, who, from.state())
                .<Outcome>map(Refused::new)
                .orElseGet(() -> make(new Move(workflow, act.kind(), from, who, now), act));
    }

    private static Outcome make(Move move, Act act) {
        var staff = new StaffMoves(move);
        var residents = new ResidentMoves(move);
        return switch (act) {
            case Act.Accept _ -> staff.accept();
            case Act.PassOn(String unit, String reason) -> staff.passOn(unit, reason);
            case Act.HandOver(String member, String reason) -> staff.handOver(member, reason);
            case Act.Prioritise(Priority priority, String reason) -> staff.prioritise(priority, reason);
            case Act.Return(String desk, String reason) -> staff.giveBack(desk, reason);
            case Act.Reply(String words) -> staff.answer(words);
            case Act.Ask(String words) -> staff.ask(words);
            case Act.Resolve(String note, List<String> pictures) -> staff.resolve(note, pictures);
            case Act.Delay(Instant dueAt, String reason) -> staff.delay(dueAt, reason);
            case Act.Promise(var dueAt, String words) -> staff.promise(dueAt, words);
            case Act.Close(String words) -> staff.close(words);
            case Act.Relabel(String label, String words) -> staff.relabel(label, words);
            case Act.Unmask _ -> move.changed(move.led(), Step.Kind.UNMASKED, "", List.of());
            case Act.Urge(String words) -> residents.urge(words);
            case Act.Add(String words, List<String> pictures) -> residents.add(words, pictures);
            case Act.Relocate(Problem problem, Routing.Routed routed, String words) ->
                residents.relocate(problem, routed, words);
            case Act.Withdraw(String words, boolean othersWait) -> residents.withdraw(words, othersWait);
            case Act.Rate(Rating rating) -> residents.rate(rating);
            case Act.Reopen(String words) -> residents.reopen(words);
        };
    }
}
