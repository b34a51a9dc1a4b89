package org.linli.channels.tencent;

import java.time.Duration;
import org.linli.channels.SendFailure;

/// The `errcode` of an answer, which comes with HTTP 200 whatever happened.
///
/// Only the number counts; the platforms reword the text beside it.
public interface PlatformCode {

    /// For how long a busy platform is left alone.
    Duration BUSY = Duration.ofSeconds(10);

    long value();

    boolean isSuccess();

    /// The access token is unknown, wrong or too old: another one may do.
    boolean refusesToken();

    /// What it means for a letter. Codes that we do not know are not tried again.
    SendFailure.Reason reason();

    /// What was uploaded is no longer there, so it has to be uploaded again: both platforms' 40007.
    default boolean forgetsMedia() {
        return value() == 40007;
    }

    /// Both platforms' -1, "system busy, try again in a moment": a retry or three, not all at once.
    default SendFailure failure() {
        return value() == -1 ? SendFailure.ofCode(reason(), -1, BUSY, 4) : SendFailure.ofCode(reason(), value());
    }
}
