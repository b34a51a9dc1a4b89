package org.linli.hotline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One matter as the hotline has it (工单).
///
/// @param number   the hotline's own
/// @param place    in words; may be empty
/// @param caller   may be empty
/// @param phone    digits; may be empty
/// @param category in the hotline's words; may be empty
/// @param dueAt    by the hotline's clock; `null` where it sent none
public record WorkOrder(
        String number,
        String words,
        String place,
        String caller,
        String phone,
        String category,
        Instant receivedAt,
        @Nullable Instant dueAt) {

    @Override
    public String toString() {
        return "WorkOrder[" + number + "]";
    }
}
