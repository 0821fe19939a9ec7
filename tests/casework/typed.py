"""Which stories of the desk are played a second time, where nothing can be pressed and everybody is on Signal.

``pytest --typed tests/casework`` plays all of them so. Files are named with their room.
"""

# What people do on most days and on the worst: few, because they are played with every `make test`.
FILES = (
    "reporting/test_another_case",
    "cards/test_bundled_offers",
    "reporting/test_consent",
    "forgetting/test_forgetting",
    "casework/test_lawyer_buttons",
    "casework/test_life_taken",
    "reporting/test_sos",
    "reporting/test_without_place",
)

# Stories that are about something else there than what people can do.
COLOURS = (
    "casework/test_coordinator_buttons::test_a_coordinator_gives_a_reason_and_then_sees_the_case",
    "alerting/test_rounds_of_asking::test_coordinators_ring_an_owner_who_is_away_or_offer_the_case_to_others",
    "cards/test_cards::test_a_coordinator_sees_it_whole_after_a_reason_and_with_buttons_of_their_own",
    "cards/test_cards::test_a_declined_offer_asks_why_and_then_says_it",
    "cards/test_cards::test_a_list_has_offers_the_urgent_first_and_below_them_own_cases",
    "cards/test_cards::test_an_offer_says_what_how_many_where_when_and_nothing_of_whom",
    "cards/test_cards::test_the_owner_sees_the_whole_case",
    "cards/test_cards::test_what_a_reporter_calls_off_is_marked_on_all_cards_until_somebody_called_back",
    "casework/test_handing_over::test_a_colleague_who_is_asked_reads_who_asks_and_why_and_nothing_of_whom",
    "casework/test_life_closed::test_a_quick_end_is_asked_once_more_in_red",
    "casework/test_life_closed::test_all_cards_say_that_it_is_closed_and_how",
    "casework/test_life_lost::test_the_offer_of_who_let_it_lapse_has_expired_and_they_are_asked_last",
)
# Where buttons are pressed a question is changed into its answer; who types reads the answer below it.
IN_PLACE = (
    "reporting/test_another_case::test_no_keeps_them_and_the_form_goes_on",
    "casework/test_coordinator_buttons::test_a_mute_ends_early",
    "casework/test_coordinator_buttons::test_an_act_is_coded_by_who_sees_the_case_and_shown_to_all_of_them",
    "hiding/test_hide_and_back::test_who_does_not_say_yes_keeps_the_chat_and_is_not_asked_again",
    "incidents/test_incidents::test_a_case_may_be_in_several_and_is_put_in_and_taken_out_from_its_card",
    "clocks/test_law::test_a_coordinator_reads_signs_and_takes_it_back",
    "casework/test_opened_copies::test_a_closed_case_is_opened_again_from_the_line_and_its_copy_only_with_a_reason",
    "interventions/test_answers_owed::test_whoever_has_the_case_is_reminded_once_when_it_is_due_and_says_what_came",
    "papers/test_papers::test_what_is_not_verified_is_left_out_unless_it_is_ticked_and_says_who_tells_it",
    "joining/test_joining::test_an_example_sounds_and_its_buttons_explain",
    "forgetting/test_forgetting::test_after_a_month_nothing_says_who_helped_and_whose_chat_it_was_and_the_rest_stays",
    "joining/test_members::test_a_coordinator_sees_everybody_page_by_page",
    "casework/test_unhurried_questions::test_what_is_known_is_not_offered_to_members",
    "casework/test_unhurried_questions::test_whoever_must_not_be_asked_is_not",
    "visits/test_visits_of_two::test_whoever_is_silent_inside_is_rung_though_the_other_answers",
    "proceedings/test_proceedings::test_whoever_loses_the_case_writes_nothing_more_into_it",
    "casework/test_name_consents::test_nobody_is_asked_twice_and_not_now_is_an_answer",
)
# Signal's own: 2,000 characters, 24 hours, larger files, none in the place of another, who can read a chat, that strangers
# are accepted first.
LIMITS = (
    "reporting/test_one_screen::test_what_does_not_fit_is_told",
    "hiding/test_hidden_phone::test_a_copy_that_nobody_tracks_goes_too",
    "hiding/test_hidden_phone::test_a_message_that_may_have_arrived_before_the_hiding_is_looked_for",
    "alerting/test_rounds_of_asking::test_an_alert_leaves_before_everything_else",
    "reporting/test_everyday_words::test_whoever_reports_nothing_is_answered_and_nothing_is_opened",
    "outbox/test_messenger_abilities::test_no_message_is_longer_than_the_messenger_takes",
    "outbox/test_messenger_abilities::test_offers_are_shown_again_when_presses_may_have_been_lost",
    "outbox/test_messenger_abilities::test_what_is_known_of_messages_is_kept_while_one_messenger_can_delete_them",
    "cards/test_facts_on_the_card::test_one_message_that_is_too_long_is_cut_at_its_end",
    "cards/test_facts_on_the_card::test_the_oldest_words_go_first_when_there_is_no_room",
    "hiding/test_hidden_late::test_a_member_who_hides_after_days_keeps_no_card_no_words_and_no_photo",
    "proceedings/test_proceedings::test_every_screen_of_it_fits_one_screen_of_a_phone",
    "emergency/test_silence_over::test_whoever_hides_in_silence_sees_the_bland_sentence_at_once_and_nothing_comes_later",
    "reporting/test_voice_alone::test_of_a_file_that_is_too_big_nobody_says_that_it_is_kept",
    "cards/test_place_on_a_map::test_it_goes_while_it_can_still_be_deleted",
    "hiding/test_hidden_late::test_the_farewell_says_no_more_than_the_bland_sentence_if_nothing_stays",
)
# Presses that no message offers, cards that are broken by hand, words that a list has on it, an input made by hand.
PRESSES = (
    "checkin/test_check_in::test_a_muted_chat_can_say_that_it_is_fine",
    "cards/test_first_lines::test_skip_and_yes_take_no_place_on_the_card_and_all_words_show_them",
    "casework/test_lawyer_buttons::test_a_press_gives_a_card_that_could_not_be_drawn_another_chance",
    "desk/test_lists_of_many_cases::test_a_number_that_no_offer_has_or_without_a_list_is_what_any_word_is",
    "duty/test_own_duty::test_a_report_costs_no_statement_more_where_lawyers_have_shifts",
)
# Two messengers beside each other, or what Telegram alone has: channels, groups, bots that follow one another, its
# numbers in the roster file.
MESSENGERS = (
    "joining/test_own_addresses",
    "drill/test_drill_on_signal",
    "casework/test_files_of_another_messenger",
    "hiding/test_hidden_by_typing",
    "hiding/test_hidden_on_signal",
    "joining/test_invited_by_word",
    "alerting/test_phones_off",
    "alerting/test_delivery_receipts",
    "reporting/test_message_requests",
    "joining/test_roster_file",
    "emergency/test_second_bot",
    "setup/test_channel_of_the_digest",
    "typed_input/test_typed_labels",
    "alerting/test_undelivered",
)
OTHERS = frozenset({*COLOURS, *IN_PLACE, *LIMITS, *PRESSES})


def is_another(nodeid: str) -> bool:
    """Whether the story is none to be played by typing."""
    story = nodeid.partition("[")[0].removeprefix("tests/casework/").replace(".py", "")
    return story in OTHERS or story.partition("::")[0] in MESSENGERS
