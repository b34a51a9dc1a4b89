package org.linli.standin;

import java.time.Instant;

/// One call and its answer, secrets left out.
///
/// @param number   counts from 1
/// @param platform the stand-in's id
/// @param ours     whether our program called; otherwise the platform did
/// @param call     like `POST /cgi-bin/message/custom/send`
/// @param asked    what was sent, in plain where it travelled encrypted
/// @param status   of HTTP; 0 without an answer
public record Exchange(
        long number,
        Instant at,
        String platform,
        boolean ours,
        String call,
        String asked,
        int status,
        String answered,
        long milliseconds) {}
