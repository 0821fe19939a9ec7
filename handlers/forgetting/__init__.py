"""Cases, chats and members are forgotten: at night, by their terms; or because somebody asks for it. Holds keep a case."""
