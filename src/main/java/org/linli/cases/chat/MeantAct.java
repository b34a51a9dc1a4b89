package org.linli.cases.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Act;
import org.linli.community.CommunityMap;
import org.linli.community.Unit;

/// What a command means here: pure.
///
/// @param pictures ids of what was sent with it
/// @param promised the time that its words say; `null` where they say none
record MeantAct(
        CommunityMap map,
        StaffCommand command,
        List<String> pictures,
        @Nullable Instant promised,
        Instant now) {

    /// Empty where it is not clear which unit is meant.
    Optional<Act> act() {
        String words = command.words();
        return switch (command.verb()) {
            case ACCEPT -> Optional.of(new Act.Accept());
            case REPLY -> Optional.of(new Act.Reply(words));
            case RESOLVE -> Optional.of(new Act.Resolve(words, pictures));
            case RETURN -> Optional.of(new Act.Return(map.desk().id(), words));
            case DELAY -> Optional.of(new Act.Delay(now.plus(command.more()), words));
            case PROMISE -> Optional.of(new Act.Promise(promised, words));
            case REOPEN -> Optional.of(new Act.Reopen(words));
            case PASS_ON -> unit().map(unit -> new Act.PassOn(unit.id(), words));
        };
    }

    /// By its whole name, otherwise the only one in whose name or kind the word occurs.
    private Optional<Unit> unit() {
        var exactly = map.units().stream()
                .filter(it -> it.name().equals(command.unit()))
                .findFirst();
        var like = map.units().stream().filter(this::isLike).toList();
        return exactly.isPresent() || like.size() != 1 ? exactly : Optional.of(like.getFirst());
    }

    private boolean isLike(Unit unit) {
        return unit.name().contains(command.unit())
                || unit.kind() == Unit.Kind.DESK && command.unit().equals("社区");
    }
}
