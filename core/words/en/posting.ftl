# A digest before and after it is posted: the preview, holding it, a sentence with it, a correction.

preview-waits = This digest goes out on { $date }. Time: { $time }. Channels: { $channels }. What comes in until then is counted too.
preview-held = ⏸ The digest of { $date } is HELD. Its time: { $time }. Channels: { $channels }. It is not posted by itself; at midnight its day is over, and the next digest covers its hours.
preview-held-by = { $name }, { $time }{ $reason ->
    [no] .
   *[other] : { $reason }
}
preview-posted = The digest of { $date } is posted. /digest shows where it arrived.
preview-passed = ⏸ The digest of { $date } was held and not posted. The next digest covers its hours.
preview-note = With it: “{ $note }” ({ $name })
preview-note-doubt = ⚠️ That may name somebody of { $code }: nobody has permitted that the name is published. { $agreed ->
    [yes] It is posted all the same.
   *[no] It is not posted unless you say so.
}
preview-note-bound = ⛔ That may name somebody of { $code }: a promise not to disclose was taken. It is not posted.
preview-too-late = This digest is posted, or its day is over.
button-preview-post = Post now
button-preview-hold = Hold
button-preview-release = Let it go out
button-preview-note = Add a sentence
button-preview-keep = Post the sentence all the same
button-preview-drop = No sentence

hold-begun = It is held from now on.
hold-why = Why? The other coordinators read it.
hold-why-short = Why
hold-why-help = One sentence. It stands on the card of the digest with your name.
hold-why-required = One sentence is needed; /cancel leaves it held without.
hold-explained = The digest is held. The others see why.
hold-unexplained = The digest is held, without a reason.

remark-words = Write one sentence. It is posted with the digest, in every channel as you type it. No names of people.
remark-words-short = Sentence
remark-words-help = It stands below the title, in all languages alike.
remark-words-required = One sentence is needed; /cancel leaves the digest as it is.
remark-kept = It goes out with the digest.
remark-doubt = This may name somebody who has not permitted it: { $codes }. It is not posted unless somebody says so on the card of the digest. Better write it without the name.
remark-bound = This may name somebody of { $codes }, and a promise not to disclose was taken. It is not posted. Write it without the name.
remark-long = Too long: { $most } characters at most. Please begin again and write less.
remark-none = Nothing is added.

editions-head = The last digests:
editions-none = No digest yet.
editions-line = · { $date }: { $where }
editions-posted = { $language } { $time }{ $corrected ->
    [0] {""}
    [one] {" "}(corrected)
   *[other] {" "}(corrected { $corrected } times)
}
editions-missing = { $language }: did not arrive
editions-coordinators = in no channel
button-reissue = Correct { $date }
button-reissue-yes = Post the correction

reissue-ask = { $date }: a correction would be a new message in every channel, marked so. The old one stays. What reads otherwise now:
reissue-corrected = Corrected. It replaces what was posted on { $time }. What has changed:
reissue-line = · { $now } (before: { $was })
reissue-nothing = nothing
reissue-more = · and { $count ->
    [one] one line
   *[other] { $count } lines
} more
reissue-same = { $date }: nothing reads otherwise now. Nothing is posted.
reissue-nowhere = There is no channel.
reissue-done = { $date }: the correction goes out.
